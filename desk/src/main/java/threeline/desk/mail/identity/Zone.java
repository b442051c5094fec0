package threeline.desk.mail.identity;

import java.util.List;

/** The domain name system, as far as it is asked about mail. */
public interface Zone {

    /** What is asked for. */
    enum Kind {
        A,
        AAAA,
        MX,
        PTR,
        TXT
    }

    /** What is there under a name; an empty list where there is nothing. An MX is told by its host alone. */
    List<String> ask(Kind kind, String name) throws NoAnswer;

    /** Nobody knows at the moment; later perhaps. */
    final class NoAnswer extends Exception {

        public NoAnswer(String why) {
            super(why);
        }
    }
}
