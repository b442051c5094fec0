package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.bind.annotation.RequestMethod.GET;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.testing.Program;
import tools.jackson.databind.JsonNode;

/** The description of the API says what the handlers do, no more and no less. */
class DescriptionTest extends ApiDesk {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    JsonNode description;

    @BeforeEach
    void read() {
        var told = new Program(port, null).get("/openapi.json");
        assertThat(told.header("Content-Type")).startsWith("application/json");
        description = told.json();
    }

    @Test
    void every_way_in_is_described_and_nothing_else() {
        var there = new TreeSet<String>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(it -> it.getPatternValues()
                        .iterator()
                        .next()
                        .startsWith("/api/v1/")) // SCIM's standard describes SCIM
                .forEach(it -> it.getPatternValues()
                        .forEach(path -> it.getMethodsCondition().getMethods().stream()
                                .forEach(method -> there.add(method + " " + path))));
        var described = new TreeSet<String>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(it -> !it.equals("parameters"))
                        .forEach(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(there).contains(GET + " /api/v1/tickets");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, '', NewTicket",
        "POST, /{n}/replies, NewMessage",
        "POST, /{n}/notes, NewMessage",
        "POST, /{n}/hold, NewHold",
        "POST, /{n}/resolution, NewResolution",
        "PUT, /{n}/severity, NewSeverity",
        "PUT, /{n}/assignment, NewAssignment"
    })
    void every_body_has_the_fields_described(String method, String path, String schema) {
        var number = opened().text("/number");
        var told = program.call(method, "/tickets" + path.replace("{n}", number), "{\"unheard-of\": 1}");
        var known = told.json()
                .get("errors")
                .valueStream()
                .filter(it -> it.get("field").asString().equals("unheard-of"))
                .findFirst()
                .orElseThrow()
                .get("detail")
                .asString();
        assertThat(Set.of(known.replaceFirst(".*there are: (.*)\\.", "$1").split(", ")))
                .isEqualTo(properties(schema));
    }

    @Test
    void every_parameter_of_the_list_is_described() {
        var known = program.get("/tickets?unheard-of=1").text("/errors/0/detail");
        var described = description
                .at("/paths/~1api~1v1~1tickets/get/parameters")
                .valueStream()
                .map(it -> it.get("name").asString())
                .collect(Collectors.toSet());
        assertThat(Set.of(known.replaceFirst(".*there are: (.*)\\.", "$1").split(", ")))
                .isEqualTo(described);
    }

    @Test
    void every_answer_has_the_form_described() {
        var path = "/tickets/" + opened().text("/number");
        time.forward(Duration.ofDays(3));
        program.post(path + "/replies", "{\"text\": \"t\"}");
        program.call(
                "PUT",
                path + "/assignment",
                "{\"agent\": %d}".formatted(nadia.id().value()));
        program.post(
                path + "/hold",
                "{\"hold\": \"%s\"}".formatted(program.get("/charter").text("/holds/0/id")));
        check("Ticket", program.get(path));
        check("Ticket", program.call("DELETE", path + "/hold", null));
        check("Ticket", program.post(path + "/resolution", "{\"because\": \"A known fix\"}"));
        check("TicketPage", program.get("/tickets"));
        check("EntryPage", program.get(path + "/timeline"));
        check("Promises", program.get(path + "/promises"));
        check("Charter", program.get("/charter"));
        check("Problem", program.get("/tickets/0"));
        check("Problem", program.post("/tickets", "{\"a\": 1}"));
    }

    void check(String schema, Program.Told told) {
        check(description.at("/components/schemas/" + schema), told.json(), schema);
    }

    void check(JsonNode schema, JsonNode value, String where) {
        if (schema.has("$ref")) {
            check(description.at(schema.get("$ref").asString().substring(1)), value, where);
        } else if (schema.has("oneOf")) {
            if (!value.isNull()) {
                check(schema.get("oneOf").get(0), value, where);
            }
        } else {
            checkType(schema, value, where);
        }
    }

    void checkType(JsonNode schema, JsonNode value, String where) {
        var type = schema.get("type");
        var types = type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : java.util.List.of(type.asString());
        assertThat(types).as(where).contains(kind(value));
        if (value.isObject() && schema.has("properties")) {
            assertThat(new TreeSet<>(value.propertyNames()))
                    .as(where)
                    .isEqualTo(new TreeSet<>(schema.get("properties").propertyNames()));
            value.properties()
                    .forEach(it ->
                            check(schema.get("properties").get(it.getKey()), it.getValue(), where + "." + it.getKey()));
        } else if (value.isArray()) {
            value.forEach(it -> check(schema.get("items"), it, where + "[]"));
        } else if (value.isString()) {
            checkText(schema, value.asString(), where);
        }
    }

    static void checkText(JsonNode schema, String text, String where) {
        if (schema.has("enum")) {
            assertThat(schema.get("enum").valueStream().map(JsonNode::asString))
                    .as(where)
                    .contains(text);
        } else if (schema.path("format").asString("").equals("date-time")) {
            assertThat(Instant.parse(text)).as(where).isNotNull();
        } else if (schema.path("format").asString("").equals("duration")) {
            assertThat(Duration.parse(text)).as(where).isNotNull();
        }
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "integer";
            case BOOLEAN -> "boolean";
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NULL -> "null";
            default -> "nothing";
        };
    }

    Set<String> properties(String schema) {
        return Set.copyOf(
                description.at("/components/schemas/" + schema + "/properties").propertyNames());
    }
}
