package threeline.promises.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A file of its own kind, told of with the same words as charters are. */
class FormTest {

    enum Colour {
        DARK_RED,
        BLUE
    }

    record Shelf(String name, @Nullable Integer width, List<Colour> colours, Map<String, String> notes) {}

    private static final String BOTH = "name: A\nwidth: 3\ncolours: [dark-red, blue]\n";

    private final Key<String> name = Key.needed("name", Scalars.TEXT, "what it is called");
    private final Key<Integer> width = Key.of("width", Scalars.COUNT, "how wide it is");
    private final Key<List<Colour>> colours = Key.of("colours", Kinds.some(Scalars.word(Colour.class)), "its colours");
    private final Key<Map<String, String>> notes = Key.of("notes", Kinds.open(Scalars.TEXT), "what else");
    private final Section section = Section.of("a shelf", "where books stand", name, width, colours, notes);

    @Test
    void what_stands_under_each_key_is_read() {
        var reader = reader(BOTH + "notes: { oak: of oak, old: of old }\n");
        assertThat(read(reader))
                .isEqualTo(new Shelf(
                        "A", 3, List.of(Colour.DARK_RED, Colour.BLUE), Map.of("oak", "of oak", "old", "of old")));
        assertThat(reader.findings().toList()).isEmpty();
    }

    @Test
    void names_keep_the_order_of_the_file() {
        var shelf = read(reader("name: A\nnotes: { z: 1, a: 2, m: 3 }\n"));
        assertThat(shelf == null ? List.of() : shelf.notes().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void a_key_that_must_stand_is_missed_where_the_mapping_begins() {
        assertThat(told("width: 3\n")).containsExactly("x.yaml:1:1 error value.bad a shelf lacks \"name\"");
    }

    @Test
    void a_key_that_nothing_reads_is_told() {
        assertThat(told("name: A\nwitdh: 3\n"))
                .containsExactly("x.yaml:2:1 error key.unknown a shelf has no key \"witdh\"");
    }

    @Test
    void a_key_given_twice_counts_once_and_is_told_where_it_stood_first() {
        var reader = reader("name: A\nname: B\n");
        assertThat(read(reader)).extracting(Shelf::name).isEqualTo("A");
        assertThat(reader.findings().toList())
                .singleElement()
                .asString()
                .isEqualTo("x.yaml:2:1 error value.conflict \"name\" is given twice, here and at 1:1");
    }

    @Test
    void a_name_listed_twice_is_a_warning_where_both_say_the_same() {
        assertThat(told("name: A\nnotes: { a: 1, a: 1 }\n"))
                .containsExactly("x.yaml:2:16 warning value.conflict \"a\" is listed twice, here and at 2:10");
        assertThat(told("name: A\nnotes: { a: 1, a: 2 }\n"))
                .containsExactly("x.yaml:2:16 error value.conflict \"a\" is listed twice, here and at 2:10");
    }

    @Test
    void what_is_of_another_kind_is_told_by_what_it_is() {
        assertThat(told("- A\n")).containsExactly("x.yaml:1:1 error value.bad a shelf is a mapping, this is a list");
        assertThat(told("name: {}\n")).containsExactly("x.yaml:1:7 error value.bad expected a text, found a mapping");
        assertThat(told("name:\n")).containsExactly("x.yaml:1:6 error value.bad expected a text, found nothing");
        assertThat(told("name: A\nnotes: oak\n"))
                .containsExactly("x.yaml:2:8 error value.bad expected names with what they mean, found \"oak\"");
    }

    @Test
    void a_number_is_whole_and_above_zero() {
        for (var none : List.of("0", "-1", "1.5", "many")) {
            assertThat(told("name: A\nwidth: " + none + "\n"))
                    .containsExactly("x.yaml:2:8 error value.bad \"" + none + "\" is no whole number above zero");
        }
    }

    @Test
    void a_word_is_one_of_those_known() {
        var reader = reader("name: A\ncolours: [dark-rad, BLUE]\n");
        read(reader);
        assertThat(reader.findings().toList())
                .extracting(Finding::remedy)
                .containsExactly("did you mean \"dark-red\"?", "did you mean \"blue\"?");
    }

    @Test
    void places_are_told_by_the_path_of_keys_or_the_nearest_key_around() {
        var reader = reader(BOTH + "notes: { oak: of oak }\n");
        read(reader);
        var places = reader.places();
        assertThat(places.of("width")).isEqualTo(new Place(2, 8));
        assertThat(places.of("notes", "oak")).isEqualTo(new Place(4, 15));
        assertThat(places.of("notes", "pine")).isEqualTo(new Place(4, 1));
        assertThat(places.of("height")).isEqualTo(Place.START);
        assertThat(places.has("notes", "oak")).isTrue();
        assertThat(places.has("notes", "pine")).isFalse();
        assertThat(places.file()).isEqualTo("x.yaml");
    }

    @Test
    void a_form_knows_what_is_given_and_where() {
        var reader = reader(BOTH);
        var form = form(reader);
        assertThat(form.given()).containsExactly("name", "width", "colours");
        assertThat(form.has(width)).isTrue();
        assertThat(form.has(notes)).isFalse();
        assertThat(form.at(width)).isEqualTo(new Place(2, 8));
        assertThat(form.at(notes)).isEqualTo(Place.START);
        assertThat(form.hasUnknown()).isFalse();
        assertThat(form(reader("name: A\nhigh: 3\n")).hasUnknown()).isTrue();
    }

    @Test
    void a_file_may_be_as_long_as_is_said_and_no_longer() {
        assertThat(reader("name: A").read(Kinds.section(section, this::shelf), 7))
                .isNotNull();
        assertThat(reader("name: AB").read(Kinds.section(section, this::shelf), 7))
                .isNull();
    }

    @Test
    void the_schema_says_the_same() {
        assertThat(Json.of(Kinds.section(section, this::shelf).schema())).isEqualTo("""
                {"type":"object","title":"a shelf","description":"where books stand","properties":{\
                "name":{"type":["string","number","boolean"],"description":"what it is called"},\
                "width":{"type":"integer","minimum":1,"description":"how wide it is"},\
                "colours":{"anyOf":[{"enum":["dark-red","blue"]},{"type":"array","items":{"enum":["dark-red","blue"]}}],\
                "description":"its colours"},\
                "notes":{"type":"object","additionalProperties":{"type":["string","number","boolean"]},\
                "description":"what else"}},"additionalProperties":false,"required":["name"]}""");
    }

    @Test
    void a_kind_may_be_described_more_closely_and_reads_the_same() {
        var described = Scalars.COUNT.described(Schema.of("maximum", 9));
        assertThat(described.read(new Node.Text(Place.START, "4"), reader(""))).isEqualTo(4);
        assertThat(Json.of(described.schema())).isEqualTo("{\"maximum\":9}");
    }

    @Test
    void a_word_or_a_mapping_is_read_either_way() {
        var either = Kinds.<Object>either(Scalars.COUNT, Kinds.section(section, this::shelf));
        assertThat(reader("4").read(either, 100)).isEqualTo(4);
        assertThat(reader("name: A").read(either, 100)).isInstanceOf(Shelf.class);
    }

    private @Nullable Shelf shelf(Form form) {
        var called = form.get(name);
        return called == null
                ? null
                : new Shelf(called, form.get(width), form.get(colours, List.of()), form.get(notes, Map.of()));
    }

    private @Nullable Shelf read(Reader reader) {
        return reader.read(Kinds.section(section, this::shelf), 1000);
    }

    private List<String> told(String text) {
        var reader = reader(text);
        read(reader);
        return reader.findings().toList().stream().map(Finding::toString).toList();
    }

    private Form form(Reader reader) {
        var form = reader.read(Kinds.section(section, it -> it), 1000);
        assertThat(form).isNotNull();
        return form;
    }

    private static Reader reader(String text) {
        return new Reader(new Source("x.yaml", text));
    }
}
