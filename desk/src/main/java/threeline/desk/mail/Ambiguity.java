package threeline.desk.mail;

/** Why a mail can be read in more than one way: whoever reads it elsewhere, a scanner or a mail program, may find other parts in it. */
public enum Ambiguity {
    SAID_TWICE("a part says twice what it is"),
    PARAMETER_TWICE("a part gives something about itself twice"),
    MALFORMED_TYPE("what a part says of its type is malformed"),
    ODD_FIELD("a header has a line that is none"),
    ENCODED_BOUNDARY("what divides its parts is encoded or spelled as it may not be"),
    NEAR_BOUNDARY("what divides its parts is within what divides others"),
    NO_BOUNDARY("it has parts and nothing that divides them"),
    NEVER_CLOSED("its parts never end"),
    ODD_ENCODING("how a part is encoded is said as it may not be"),
    BROKEN_ENCODING("a part is not encoded as it says"),
    MIXED_LINES("its lines end in more than one way");

    private final String words;

    Ambiguity(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
