package threeline.desk.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.Timeline;
import tools.jackson.databind.JsonNode;

/** What a program can do: all that an agent does to tickets. */
class ApiTest extends ApiDesk {

    @Autowired
    Timeline timeline;

    @Test
    void a_ticket_is_opened_with_its_promise() {
        var told = opened();
        assertThat(told.status()).as(told.toString()).isEqualTo(201);
        var reference = told.text("/reference");
        assertThat(told.header("Location")).isEqualTo("/api/v1/tickets/" + reference);
        assertThat(told.text("/requester/email")).isEqualTo("ann@acme.example");
        assertThat(told.text("/channel")).isEqualTo("api");
        assertThat(told.text("/openedAt")).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(told.text("/next/promise")).isEqualTo("response");
        assertThat(told.text("/next/dueAt")).endsWith("Z");
        assertThat(program.get("/tickets/" + reference).json()).isEqualTo(told.json());
        assertThat(program.get("/tickets/" + told.json().get("number")).json()).isEqualTo(told.json());
    }

    @Test
    void its_files_are_kept() {
        var told = program.post("/tickets", """
                {"requester": {"email": "ann@acme.example"}, "subject": "S", "text": "T",
                 "attachments": [{"name": "a.bin", "type": "application/pdf", "content": "AAEC/w=="}]}""");
        var number = new TicketNumber(told.json().get("number").longValue());
        var file = desk.call(() -> timeline.file(
                number,
                1,
                timeline.of(number, 0, 9).getFirst().attachments().getFirst().place()));
        assertThat(file.orElseThrow().content().bytes()).containsExactly(0, 1, 2, 255);
        assertThat(program.get("/tickets/" + number + "/timeline").text("/items/0/attachments/0/name"))
                .isEqualTo("a.bin");
    }

    @Test
    void it_is_answered_noted_held_resumed_resolved_and_reopened() {
        var path = "/tickets/" + opened().text("/reference");
        assertThat(program.post(path + "/replies", "{\"text\": \"We look into it.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(program.post(path + "/notes", "{\"text\": \"Ask finance.\"}").status())
                .isEqualTo(201);
        var hold = charters(0);
        assertThat(program.post(path + "/hold", "{\"hold\": \"%s\"}".formatted(hold))
                        .text("/status"))
                .isEqualTo("held");
        assertThat(program.call("DELETE", path + "/hold", null).text("/status")).isEqualTo("open");
        assertThat(program.post(path + "/resolution", "{\"because\": \"A known fix\"}")
                        .text("/status"))
                .isEqualTo("resolved");
        assertThat(program.call("DELETE", path + "/resolution", null).text("/status"))
                .isEqualTo("open");
        assertThat(kinds(program.get(path + "/timeline").json()))
                .contains("opened", "replied", "met", "noted", "held", "resumed", "resolved", "reopened");
        assertThat(program.get(path + "/timeline").text("/items/1/by/person/name"))
                .isEqualTo("Nadia Noon");
    }

    @Test
    void it_is_given_to_an_agent_and_its_severity_changed() {
        var path = "/tickets/" + opened().text("/number");
        var id = nadia.id().value();
        assertThat(program.call("PUT", path + "/assignment", "{\"agent\": %d}".formatted(id))
                        .json()
                        .at("/agent/id")
                        .longValue())
                .isEqualTo(id);
        assertThat(program.call("PUT", path + "/assignment", "{\"agent\": null}")
                        .json()
                        .get("agent")
                        .isNull())
                .isTrue();
        var severity = program.get("/charter").text("/severities/0/id");
        assertThat(program.call("PUT", path + "/severity", "{\"severity\": \"%s\"}".formatted(severity))
                        .text("/severity"))
                .isEqualTo(severity);
    }

    @Test
    void its_promises_say_why_they_are_due() {
        var told = program.get("/tickets/" + opened().text("/reference") + "/promises");
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(told.text("/items/0/metric")).isEqualTo("response");
        assertThat(told.text("/items/0/because/text")).contains("response");
        assertThat(told.json().at("/items/0/because/line").intValue()).isPositive();
        assertThat(told.text("/items/0/because/stretches/0/from")).isEqualTo("2026-11-23T09:00:00Z");
    }

    @Test
    void the_charter_names_what_the_other_calls_take() {
        var told = program.get("/charter");
        assertThat(told.text("/prefix")).isEqualTo("PRO");
        assertThat(told.text("/text")).contains("prefix: PRO");
        assertThat(told.json().get("version").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=due", "&search=stuck", "&status=open", "&group=none-such"})
    void a_list_is_read_page_by_page_without_gap_or_repeat(String list) {
        for (var i = 0; i < 7; i++) {
            time.forward(Duration.ofMinutes(1));
            opened();
        }
        var seen = new ArrayList<String>();
        var told = program.get("/tickets?limit=3" + list);
        seen.addAll(references(told.json()));
        while (!told.json().get("next").isNull()) {
            told = program.get("/tickets?limit=3" + list + "&cursor=" + told.text("/next"));
            seen.addAll(references(told.json()));
        }
        assertThat(seen).hasSize(list.contains("none") ? 0 : 7).doesNotHaveDuplicates();
    }

    @Test
    void words_and_references_are_found() {
        var told = opened();
        assertThat(references(program.get("/tickets?search=invoices%20friday").json()))
                .containsExactly(told.text("/reference"));
        assertThat(references(program.get("/tickets?search=" + told.text("/reference"))
                        .json()))
                .contains(told.text("/reference"));
        assertThat(references(program.get("/tickets?search=elephant").json())).isEmpty();
    }

    @Test
    void a_list_says_who_asked_and_who_helps() {
        var path = "/tickets/" + opened().text("/number");
        program.call(
                "PUT",
                path + "/assignment",
                "{\"agent\": %d}".formatted(nadia.id().value()));
        var first = program.get("/tickets?agent=" + nadia.id().value());
        assertThat(first.text("/items/0/requester/name")).isEqualTo("Ann Archer");
        assertThat(first.text("/items/0/agent/name")).isEqualTo("Nadia Noon");
    }

    String charters(int nth) {
        return program.get("/charter").text("/holds/" + nth + "/id");
    }

    static List<String> references(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(it -> it.get("reference").asString())
                .toList();
    }

    static List<String> kinds(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(it -> it.get("kind").asString())
                .toList();
    }
}
