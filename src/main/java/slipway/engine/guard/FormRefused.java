package slipway.engine.guard;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import slipway.shared.Refusal;

/** The entries of a form were refused, by the form or by the facade behind it; both REST mounts answer 400. */
public final class FormRefused extends FormFieldValidationException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    FormRefused(EntryRefused entry) {
        super(entry.refusal().field(), entry.refusal().toString(), entry);
        this.refusal = entry.refusal();
    }

    public Refusal refusal() {
        return refusal;
    }
}
