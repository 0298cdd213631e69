package slipway.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A set of models as its owner drew it: processes, what they refer to, the tasks of people, beans and workers, the tables, the forms. */
public record DrawnModels(
        Set<String> processes,
        List<Reference> references,
        List<PersonTask> tasks,
        List<DrawnTask> steps,
        List<Table> tables,
        List<DrawnForm> forms) {

    public DrawnModels(List<PersonTask> tasks, List<Table> tables, List<DrawnForm> forms) {
        this(Set.of(), List.of(), tasks, List.of(), tables, forms);
    }

    /** What an element refers to by its id. */
    public record Reference(String file, String element, Kind kind, String id) {
        /** What can be referred to. */
        public enum Kind {
            PROCESS,
            DECISION,
            FORM
        }
    }

    /** A task of a person; {@code decides} = the gate that it decides, if it decides one. */
    public record PersonTask(
            String file,
            String id,
            String name,
            Set<String> groups,
            Map<String, String> properties,
            String form,
            Optional<String> decides) {

        public Finding found(String rule, String reason) {
            return new Finding(file, "userTask '" + id + "'", rule, reason);
        }
    }

    /**
     * A task that a bean does, or a worker by its topic, with its extension properties; {@code overdue} = a timer at a task
     * of a person leads to it, and nothing else does; {@code timers} = the variables that timers of its file wait by.
     */
    public record DrawnTask(
            String file,
            String id,
            String name,
            String bean,
            Map<String, String> properties,
            boolean overdue,
            Set<String> timers) {
        public DrawnTask(
                String file, String id, String name, String bean, Map<String, String> properties, boolean overdue) {
            this(file, id, name, bean, properties, overdue, Set.of());
        }

        public Finding found(String rule, String reason) {
            return new Finding(file, "serviceTask '" + id + "'", rule, reason);
        }
    }

    /** A decision table by the id of its decision, with its rules. */
    public record Table(String file, String decision, List<Rule> rules) {}

    /**
     * A rule: the text of each output by its name, a text literal without its quotes, and the text of each input by the
     * expression of its column, as it is written.
     */
    public record Rule(String id, Map<String, String> outputs, Map<String, String> inputs) {
        public Rule(String id, Map<String, String> outputs) {
            this(id, outputs, Map.of());
        }
    }

    /** A form with its fields by their keys. */
    public record DrawnForm(String file, String id, Map<String, Field> fields) {}

    /**
     * A field: the kind of its component, the values that it offers, whether it has to be filled in, and whether it {@code
     * always} can be: neither it nor a group around it is ever hidden, disabled or only read.
     */
    public record Field(String type, Set<String> values, boolean required, boolean always) {
        public Field(String type, Set<String> values, boolean required) {
            this(type, values, required, true);
        }
    }

    public Optional<Table> table(String decision) {
        return tables.stream()
                .filter(table -> table.decision().equals(decision))
                .findFirst();
    }

    public Optional<DrawnForm> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }
}
