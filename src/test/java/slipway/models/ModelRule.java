package slipway.models;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A rule of the contract over process models: what offends it, and an edit of a model's text that must offend it, so
 * that no rule passes because it looks at nothing.
 */
record ModelRule(String name, Function<ProcessModel, Stream<String>> offences, UnaryOperator<String> breakage) {

    static ModelRule rule(
            String name, Function<ProcessModel, Stream<String>> offences, String original, String broken) {
        return new ModelRule(name, offences, text -> text.replaceAll(original, broken));
    }

    List<String> check(ProcessModel model) {
        return offences.apply(model)
                .map(offence -> model.file().getFileName() + ": " + offence)
                .toList();
    }
}
