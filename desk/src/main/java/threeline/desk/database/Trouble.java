package threeline.desk.database;

/** What keeps the desk from starting, said in one line to the person who can mend it. */
public class Trouble extends RuntimeException {

    public Trouble(String line) {
        super(line);
    }

    Trouble(String line, Throwable cause) {
        super(line, cause);
    }
}
