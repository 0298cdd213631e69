package slipway.build;

import slipway.shared.PlainText;

/** Why a tree of files is not taken: where, what is wrong there, and what its author does about it. */
public record TreeFault(String path, String wrong, String mend) {

    /** One sentence; {@code whom} says who is to do it, for example "ask the vendor to". */
    public String words(String whom) {
        return "'" + PlainText.quoted(path) + "' " + wrong + "; " + whom + " " + mend;
    }
}
