package threeline.promises.charter;

import java.util.ArrayList;
import java.util.List;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** Reads what tickets may be about. */
final class CategoryReader {

    /** A category with what earlier versions called it. */
    record Declared(Category category, List<String> was) {}

    private static final Key<String> NAME = Key.of("name", Scalars.TEXT, "what people call it; else its key");
    private static final Key<String> TIER = Key.of("tier", Scalars.name(Sort.TIER), "the tier that takes it");
    private static final Key<List<String>> TIERS =
            Key.of("tiers", Kinds.some(Scalars.name(Sort.TIER)), "the tiers that take it; it starts at the first");
    private static final Key<List<String>> EXAMPLES =
            Key.of("examples", Kinds.some(Scalars.TEXT), "examples that help to choose");
    private static final Key<List<String>> WAS =
            Key.of("was", Kinds.some(Scalars.TEXT), "what earlier versions of the charter called it");

    static final Section SECTION = Section.of("a category", "what a ticket is about", NAME, TIER, TIERS, EXAMPLES, WAS);

    static final Kind<Declared> CATEGORY = Kinds.section(SECTION, CategoryReader::category);

    private CategoryReader() {}

    private static Declared category(Form form) {
        var tiers = new ArrayList<>(form.get(TIERS, List.of()));
        var tier = form.get(TIER);
        if (tier != null) {
            tiers.addFirst(tier);
        }
        var category = new Category(form.name(), form.get(NAME, form.name()), tiers, form.get(EXAMPLES, List.of()));
        return new Declared(category, form.get(WAS, List.of()));
    }
}
