package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.testing.Program;

/** Whatever is sent, the answer says what is wrong with which field; it is never ours to fail. */
class ApiBadInputTest extends ApiDesk {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","colour":"red"}      | colour
            {"requester":{"email":"a@b.c","id":7},"subject":"s","text":"t"}              | requester.id
            {"requester":{"email":"a@b.c"},"subject":7,"text":"t"}                       | subject
            {"requester":{"email":"a@b.c"},"subject":["s"],"text":"t"}                   | subject
            {"requester":"a@b.c","subject":"s","text":"t"}                               | requester
            {"requester":{"email":["a@b.c"]},"subject":"s","text":"t"}                   | requester.email
            {"subject":"s","text":"t"}                                                   | requester
            {"requester":{},"subject":"s","text":"t"}                                    | requester.email
            {"requester":{"email":null},"subject":"s","text":"t"}                        | requester.email
            {"requester":{"email":"nobody"},"subject":"s","text":"t"}                    | requester.email
            {"requester":{"email":"a@b.c\\r\\nBcc: x@y.z"},"subject":"s","text":"t"}     | requester.email
            {"requester":{"email":"a@b.c, d@e.f"},"subject":"s","text":"t"}              | requester.email
            {"requester":{"email":"a@b.c"},"text":"t"}                                   | subject
            {"requester":{"email":"a@b.c"},"subject":"a\\nb","text":"t"}                 | subject
            {"requester":{"email":"a@b.c"},"subject":"  ","text":"t"}                    | subject
            {"requester":{"email":"a@b.c"},"subject":"s","text":""}                      | text
            {"requester":{"email":"a@b.c"},"subject":"s","text":"a\\u0000b"}             | text
            {"requester":{"email":"a@b.c"},"subject":"s","text":"\\ud800"}               | text
            {"requester":{"email":"a@b.c"},"subject":"s","text":true}                    | text
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","severity":"urgent"} | severity
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","severity":1}        | severity
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","channel":"pigeon"}  | channel
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","tenant":"other"}    | tenant
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","attachments":{}}    | attachments
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","attachments":[1]}   | attachments[0]
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","attachments":[{"name":"n","type":"a/b","content":"#"}]}        | attachments[0].content
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","attachments":[{"name":"n\\r\\n","type":"a/b","content":""}]}   | attachments[0].name
            {"requester":{"email":"a@b.c"},"subject":"s","text":"t","attachments":[{"name":"n","type":"<b>","content":""}]}         | attachments[0].type
            """)
    void a_field_that_is_wrong_is_named(String body, String field) {
        var told = program.post("/tickets", body);
        assertThat(told.status()).as(told.toString()).isEqualTo(422);
        assertThat(told.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(told.json()
                        .get("errors")
                        .valueStream()
                        .map(it -> it.get("field").asString()))
                .as(told.toString())
                .contains(field);
        assertThat(told.text("/errors/0/detail")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"subject,501", "text,200001", "severity,61", "channel,61"})
    void what_is_too_long_is_refused(String field, int length) {
        var body = TICKET.replace("\"" + field + "\":", "\"was\":")
                .replaceFirst("\\{", "{\"%s\": \"%s\",".formatted(field, "x".repeat(length)));
        var told = program.post("/tickets", body);
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var told = program.post("/tickets", "{\"requester\": {\"emial\": \"a@b.c\"}, \"subject\": 1, \"txt\": \"t\"}");
        assertThat(told.json()
                        .get("errors")
                        .valueStream()
                        .map(it -> it.get("field").asString()))
                .containsExactlyInAnyOrder("requester.email", "requester.emial", "subject", "text", "txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"a\":1,}", "{} {}", "nonsense", "{\"subject\":\"a\",\"subject\":\"b\"}", "{\"a\":NaN}"})
    void what_is_no_json_is_said_to_be_none(String body) {
        var told = program.post("/tickets", body);
        assertThat(told.status()).as(told.toString()).isEqualTo(400);
        assertThat(told.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "\"text\""})
    void json_that_is_no_object_is_refused(String body) {
        assertThat(program.post("/tickets", body).status()).isEqualTo(422);
    }

    @Test
    void deep_nests_and_huge_numbers_do_no_harm() {
        assertThat(program.post("/tickets", "{\"a\":".repeat(5000)).status()).isEqualTo(400);
        assertThat(program.post("/tickets", "{\"a\":" + "9".repeat(5000) + "}").status())
                .isBetween(400, 422);
        assertThat(program.post("/tickets", "{\"a\":1e999999999}").status()).isBetween(400, 422);
    }

    @Test
    void other_kinds_of_bodies_are_not_read() {
        assertThat(program.post("/tickets", TICKET, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(program.post("/tickets", "a=b", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
        assertThat(program.post("/tickets", TICKET, "Content-Type", "application/json; charset=utf-16")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        var bytes = "{\"subject\": \"\u00ff\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(program.send("POST", "/tickets", BodyPublishers.ofByteArray(bytes))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void more_than_is_taken_is_not_read_whatever_length_it_claims() {
        var big = new byte[(int) ApiDoor.LARGEST_BODY + 1];
        java.util.Arrays.fill(big, (byte) ' ');
        var told = program.send("POST", "/tickets", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big)));
        assertThat(told.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "/tickets?colour=red, colour",
        "/tickets?limit=0, limit",
        "/tickets?limit=101, limit",
        "/tickets?limit=x, limit",
        "/tickets?limit=1&limit=2, limit",
        "/tickets?sort=colour, sort",
        "/tickets?status=pending, status",
        "/tickets?agent=me, agent",
        "/tickets?agent=99999999999999999999, agent",
        "/tickets?cursor=x, cursor",
        "/tickets?search=a&status=open, status",
        "/tickets?cursor=%00, cursor",
        "/tickets?search=%00, search"
    })
    void a_parameter_that_is_wrong_is_named(String path, String parameter) {
        var told = program.get(path);
        assertThat(told.status()).as(told.toString()).isEqualTo(422);
        assertThat(told.text("/errors/0/field")).isEqualTo(parameter);
    }

    @Test
    void a_parameter_that_is_not_utf_8_is_refused() {
        assertThat(program.get("/tickets?cursor=%F0").status()).isEqualTo(400);
        assertThat(program.get("/tickets?search=%ff").status()).isEqualTo(400);
    }

    @Test
    void a_cursor_is_good_for_its_own_list_only() {
        opened();
        opened();
        var cursor = program.get("/tickets?limit=1").text("/next");
        assertThat(program.get("/tickets?limit=1&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(program.get("/tickets?limit=1&sort=due&cursor=" + cursor).status())
                .isEqualTo(422);
        assertThat(program.get("/tickets?limit=1&search=stuck&cursor=" + cursor).status())
                .isEqualTo(422);
        assertThat(program.get("/tickets?limit=1&cursor=" + cursor.substring(1)).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C3%A4", "%27", "%22%20or", "(((", "a%20%26%20b", "-", ":*", "%5C", "%20", "%EF%BF%BF"})
    void no_search_fails(String words) {
        assertThat(program.get("/tickets?search=" + words).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9999999",
                "99999999999999999999",
                "XXX-1",
                "PRO-",
                "pro-x",
                "1.5",
                "1%20",
                "%27",
                "null"
            })
    void a_ticket_that_is_not_there_is_not_found(String called) {
        opened();
        for (var path : new String[] {"", "/timeline", "/promises"}) {
            assertThat(program.get("/tickets/" + called + path).status()).isEqualTo(404);
        }
        assertThat(program.post("/tickets/" + called + "/replies", "{\"text\":\"t\"}")
                        .status())
                .isEqualTo(404);
        assertThat(program.post("/tickets/" + called + "/hold", "{\"hold\":\"" + hold() + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(program.call("DELETE", "/tickets/" + called + "/resolution", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void acts_name_their_wrong_fields_too() {
        var path = "/tickets/" + opened().text("/number");
        assertThat(field(program.post(path + "/replies", "{\"message\":\"t\"}")))
                .isEqualTo("text");
        assertThat(field(program.post(path + "/notes", "{\"text\":1}"))).isEqualTo("text");
        assertThat(field(program.post(path + "/hold", "{\"hold\":\"forever\"}")))
                .isEqualTo("hold");
        assertThat(field(program.post(path + "/hold", "{}"))).isEqualTo("hold");
        assertThat(field(program.post(path + "/resolution", "{\"as\":\"spite\"}")))
                .isEqualTo("as");
        assertThat(field(program.call("PUT", path + "/severity", "{\"severity\":null}")))
                .isEqualTo("severity");
        assertThat(field(program.call("PUT", path + "/assignment", "{}"))).isEqualTo("agent");
        assertThat(field(program.call("PUT", path + "/assignment", "{\"agent\":\"1\"}")))
                .isEqualTo("agent");
        assertThat(field(program.call("PUT", path + "/assignment", "{\"agent\":1.5}")))
                .isEqualTo("agent");
        assertThat(field(program.call("PUT", path + "/assignment", "{\"agent\":999999}")))
                .isEqualTo("agent");
    }

    @Test
    void what_can_not_be_done_now_is_a_conflict_or_said_to_be_wrong_and_never_a_failure() {
        var path = "/tickets/" + opened().text("/number");
        program.post(path + "/resolution", "{}");
        for (var act : new String[] {"/hold", "/resolution"}) {
            assertThat(program.call("DELETE", path + act, null).status()).isLessThan(500);
            assertThat(program.call("DELETE", path + act, null).status()).isLessThan(500);
        }
        assertThat(program.post(path + "/resolution", "{}").status()).isLessThan(500);
        assertThat(program.post(path + "/resolution", "{}").status()).isLessThan(500);
    }

    @Test
    void unknown_addresses_and_methods_are_problems_too() {
        for (var path : new String[] {"/", "/nothing", "/tickets/1/nothing", "/tickets/1/2/3"}) {
            assertThat(program.get(path).status()).isEqualTo(404);
            assertThat(program.get(path).header("Content-Type")).isEqualTo("application/problem+json");
        }
        var told = program.call("PATCH", "/tickets", "{}");
        assertThat(told.status()).isEqualTo(405);
        assertThat(told.header("Allow")).contains("GET").contains("POST");
        assertThat(told.header("Content-Type")).isEqualTo("application/problem+json");
    }

    String hold() {
        return program.get("/charter").text("/holds/0/id");
    }

    static String field(Program.Told told) {
        assertThat(told.status()).as(told.toString()).isEqualTo(422);
        return told.text("/errors/0/field");
    }
}
