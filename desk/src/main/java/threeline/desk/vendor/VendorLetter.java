package threeline.desk.vendor;

import java.util.List;

/** What a vendor is written. */
public record VendorLetter(String language, String subject, List<String> lines, List<String> footer) {

    String text() {
        return "%s\n\n-- \n%s\n".formatted(String.join("\n", lines), String.join("\n", footer));
    }
}
