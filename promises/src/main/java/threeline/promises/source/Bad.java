package threeline.promises.source;

/** A value that can't be meant, with how to mend it; becomes a finding at the value's place. */
public final class Bad extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    public Bad(String problem, String remedy) {
        super(problem, null, false, false);
        this.remedy = remedy;
    }

    public String problem() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
