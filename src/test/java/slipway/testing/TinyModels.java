package slipway.testing;

/** Models of a few lines, for tests of the engine's edge alone. */
public final class TinyModels {
    private TinyModels() {}

    /** A process around one body; sequence flows included by the caller. */
    public static String process(String id, String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="Definitions_%1$s" targetNamespace="urn:test">
                  <bpmn:process id="%1$s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    %2$s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(id, body);
    }

    /** Start, the task with id {@code Task}, end. */
    public static String oneTask(String id, String task) {
        return process(id, """
                <bpmn:startEvent id="Start"/>
                %s
                <bpmn:endEvent id="End"/>
                <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Task"/>
                <bpmn:sequenceFlow id="F2" sourceRef="Task" targetRef="End"/>
                """.formatted(task));
    }

    /** A table with one input {@code x} and one output {@code y}: 1 gives "one", 2 gives "two", all else "many". */
    public static String table(String id, String languages) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="Definitions_%1$s" name="%1$s" namespace="urn:test">
                  <decision id="%1$s" name="%1$s" camunda:historyTimeToLive="P1D">
                    <decisionTable id="Table" hitPolicy="FIRST">
                      <input id="Input" label="x">
                        <inputExpression id="InputExpression" typeRef="integer" %2$s><text>x</text></inputExpression>
                      </input>
                      <output id="Output" name="y" typeRef="string"/>
                      <rule id="Rule_One">
                        <inputEntry id="I1"><text>1</text></inputEntry>
                        <outputEntry id="O1"><text>"one"</text></outputEntry>
                      </rule>
                      <rule id="Rule_Two">
                        <inputEntry id="I2"><text>2</text></inputEntry>
                        <outputEntry id="O2"><text>"two"</text></outputEntry>
                      </rule>
                      <rule id="Rule_Rest">
                        <inputEntry id="I3"><text></text></inputEntry>
                        <outputEntry id="O3"><text>"many"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(id, languages);
    }
}
