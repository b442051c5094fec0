package threeline.desk.web;

/** Carries a problem from where it is seen to where it is told. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.what(), null, false, false); // foreseen: nobody reads its stack
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
