package slipway.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;
import slipway.engine.Finding;

/** Reads a process model and inspects every element of it. */
@Component
class ProcessRules {
    private final Beans beans;

    ProcessRules(Beans beans) {
        this.beans = beans;
    }

    List<Finding> check(String file, String content) {
        List<Finding> findings = new ArrayList<>();
        try {
            Set<String> topics = beans.topics();
            Xml.all(Xml.root(content)).forEach(element -> {
                Reporter report = new Reporter(file, element, findings);
                new WordRules(element, report).check();
                new TaskRules(element, report, beans, topics).check();
            });
        } catch (SAXException e) {
            findings.add(new Finding(file, "file", "readable", "is not well-formed XML: " + e.getMessage()));
        }
        return findings;
    }
}
