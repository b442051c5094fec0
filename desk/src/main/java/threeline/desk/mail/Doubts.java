package threeline.desk.mail;

import org.apache.james.mime4j.codec.DecodeMonitor;

/** Hears from the parser where a mail is not as it should be, and goes on. */
final class Doubts extends DecodeMonitor {

    private final Ambiguities ambiguities;

    Doubts(Ambiguities ambiguities) {
        this.ambiguities = ambiguities;
    }

    @Override
    public boolean warn(String error, String consequence) {
        if (error.contains("prematurely") || error.contains("end of headers")) {
            ambiguities.add(Ambiguity.NEVER_CLOSED);
        } else if (error.contains("header")) {
            ambiguities.oddField();
        } else {
            ambiguities.add(Ambiguity.BROKEN_ENCODING);
        }
        return false;
    }

    @Override
    public boolean isListening() {
        return true;
    }
}
