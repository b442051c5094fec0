package threeline.desk.contract.web;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.contract.Contract;
import threeline.promises.calendar.Region;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Offer;
import threeline.promises.keeping.Terms;

/**
 * What was agreed, in words; null is what the charter says to everybody.
 *
 * @param from since when, in words; null where nothing was agreed yet
 * @param by who put it down
 * @param until when something else was agreed, in words; null for what holds now
 */
public record TermsView(
        @Nullable String bought,
        @Nullable String zone,
        @Nullable String holidays,
        @Nullable String from,
        @Nullable String by,
        @Nullable String until) {

    static final TermsView NOTHING = new TermsView(null, null, null, null, null, null);

    /** A package that an organization may buy. */
    public record Bought(String id, String name, boolean chosen) {}

    static TermsView of(Contract it, Charter charter, String from, @Nullable String until) {
        var zone = it.terms().zone();
        var holidays = it.terms().holidays();
        return new TermsView(
                name(it.terms(), charter),
                zone == null ? null : zone.getId(),
                holidays == null ? null : holidays.code(),
                from,
                it.by(),
                until);
    }

    static @Nullable String name(Terms terms, Charter charter) {
        var bought = terms.bought();
        if (bought == null) {
            return null;
        }
        var offer = charter.offers().packages().get(bought);
        return offer == null ? "%s (not in the charter any more)".formatted(bought) : offer.name();
    }

    static List<Bought> packages(Charter charter, Terms terms) {
        return charter.offers().packages().values().stream()
                .map((Offer it) -> new Bought(it.id(), it.name(), it.id().equals(terms.bought())))
                .toList();
    }

    static @Nullable ZoneId zone(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : ZoneId.of(text.strip());
        } catch (java.time.DateTimeException unknown) {
            throw FromForm.invalid(
                    "zone",
                    "There is no zone \"%s\"; write one such as Europe/Berlin, or leave it empty.".formatted(text));
        }
    }

    static @Nullable Region holidays(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!Region.isKnown(text.strip())) {
            throw FromForm.invalid(
                    "holidays",
                    "No holidays are known for \"%s\"; write a country or a part of one, such as DE or DE-BY, or leave it empty."
                            .formatted(text));
        }
        return new Region(text.strip());
    }
}
