package threeline.promises.check;

import java.time.ZoneId;
import java.util.Set;
import threeline.promises.calendar.Hours;
import threeline.promises.calendar.Region;
import threeline.promises.source.Code;

/** Hours are read in a fixed offset, but their holidays belong to a place whose clocks change. */
final class ZoneFixed implements Rule {

    private static final Set<String> WITH_SUMMER_TIME = Set.of(
            "AD", "AL", "AT", "AU", "BA", "BE", "BG", "CA", "CH", "CL", "CY", "CZ", "DE", "DK", "EE", "EG", "ES", "FI",
            "FR", "GB", "GR", "HR", "HU", "IE", "IL", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL",
            "NO", "NZ", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "UA", "US", "VA");
    private static final Set<String> WITHOUT = Set.of("US-AZ", "US-HI", "AU-QLD", "AU-NT", "AU-WA", "CA-SK", "CA-YT");

    @Override
    public void look(Look look) {
        for (var name : look.charter().calendars().names()) {
            if (look.charter().calendars().hours(name) instanceof Hours.Weekly weekly) {
                look(look, name, weekly);
            }
        }
    }

    private static void look(Look look, String name, Hours.Weekly weekly) {
        var own = weekly.zone();
        var zone = own == null ? look.zone() : own;
        var region = weekly.exceptions().holidays();
        if (region != null && isFixed(zone) && hasSummerTime(region)) {
            look.findings()
                    .warning(
                            Code.ZONE_FIXED,
                            own == null ? look.place("zone") : look.place("calendars", name, "zone"),
                            "\"%s\" is read in %s all year, but in %s the clocks change".formatted(name, zone, region),
                            "in summer the desk opens and closes an hour later by the clock on the wall there",
                            "name the place, such as Europe/London, if its clock is meant");
        }
    }

    private static boolean isFixed(ZoneId zone) {
        return zone.getRules().isFixedOffset();
    }

    private static boolean hasSummerTime(Region region) {
        return WITH_SUMMER_TIME.contains(region.code().split("-", 2)[0]) && !WITHOUT.contains(region.code());
    }
}
