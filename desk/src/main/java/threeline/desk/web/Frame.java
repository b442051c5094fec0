package threeline.desk.web;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * What every page needs besides its own matter.
 *
 * @param base what every address of this desk begins with, such as {@code /procurement}; empty outside of any desk
 * @param desk the desk's name
 */
public record Frame(
        String base, String desk, Instant now, Theme theme, Proof proof, Assets assets, Supplier<Side> telling) {

    public Side side() {
        return telling.get();
    }

    /** An icon's place in the sheet of icons. */
    public String icon(String name) {
        return assets.icons() + "#i-" + name;
    }

    /** That a form was ours: the token against forged requests, and what it is called. */
    public record Proof(String parameter, String header, String token) {

        static final Proof NONE = new Proof("_csrf", "X-CSRF-TOKEN", "");

        public String headers() {
            return "{\"%s\":\"%s\"}".formatted(header, token);
        }
    }
}
