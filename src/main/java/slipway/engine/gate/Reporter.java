package slipway.engine.gate;

import java.util.List;
import org.w3c.dom.Element;
import slipway.engine.Finding;

/** Notes findings about one element. */
record Reporter(String file, Element element, List<Finding> findings) {
    void found(Sentence sentence, Object... what) {
        found(sentence.rule(), sentence.of(what));
    }

    void found(String rule, String reason) {
        findings.add(new Finding(file, Xml.place(element), rule, reason));
    }
}
