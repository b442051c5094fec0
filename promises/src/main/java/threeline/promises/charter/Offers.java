package threeline.promises.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the desk sells and delivers: packages, releases with their dates, and the vendors behind. */
public record Offers(Map<String, Offer> packages, List<LocalDate> releases, Map<String, Vendor> vendors) {

    public Offers {
        releases = releases.stream().sorted().toList();
    }
}
