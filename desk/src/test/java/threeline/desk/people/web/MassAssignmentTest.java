package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.REQUESTER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.people.Role;
import threeline.desk.people.access.ApiTokens;
import threeline.desk.people.access.Scope;
import threeline.testing.Program;

/** Every form and every body of the API with a field for each column that people have, beside those that it takes. */
class MassAssignmentTest extends DeskWithRequests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    ApiTokens tokens;

    /** FreeScout's hidden field copied all mail to whoever set it; GLPI's had anybody's address changed. */
    @Test
    void cve_2026_40569_a_field_that_no_form_has_changes_nobody() {
        var nadia = hires("nadia", Role.AGENT, null);
        hires("oz", Role.ADMIN, null);
        var ticket = asked(ann).toString();
        var browsers = List.of(signedIn("nadia"), asking("ann"));
        var before = people();
        var fields = fields(nadia.id().value());
        var sent = 0;
        for (var form : forms(false).toList()) {
            for (var browser : browsers) {
                browser.get(path(browser == browsers.getFirst() ? "/account" : "/portal"));
                var answer = browser.post(path(filled(form, ticket, nadia.id().value())), fields);
                assertThat(answer.statusCode()).as(form.path()).isLessThan(500);
                sent++;
            }
        }
        assertThat(sent).isGreaterThan(80);
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void cve_2026_40569_a_field_that_no_body_has_is_refused_and_changes_nobody() {
        var nadia = hires("nadia", Role.AGENT, null);
        var ticket = asked(ann).toString();
        var token = tenant.call(() -> tokens.make(nadia.id(), "all", Set.copyOf(Scope.ofPrograms()), null));
        var program = new Program(port, token.text());
        var before = people();
        var body = fields(nadia.id().value()).entrySet().stream()
                .map(it -> "\"%s\":\"%s\"".formatted(it.getKey(), it.getValue()))
                .collect(java.util.stream.Collectors.joining(",", "{\"auto_bcc\":\"x@evil.example\",", "}"));
        for (var form :
                forms(true).filter(it -> it.path().startsWith("/api/v1/")).toList()) {
            var path = filled(form, ticket, nadia.id().value()).substring("/api/v1".length());
            assertThat(program.post(path, body).status()).as(form.path()).isBetween(400, 499);
        }
        assertThat(people()).isEqualTo(before);
    }

    /** Whatever ends the one who asks, or is a mail's own door, is tried elsewhere. */
    Stream<Endpoint> forms(boolean ofApi) {
        return Endpoint.all(mapping)
                .filter(it -> it.method() == RequestMethod.POST && it.isApi() == ofApi)
                .filter(it -> it.may() != null && !it.path().contains("/sessions"));
    }

    static String filled(Endpoint form, String ticket, long agent) {
        return form.path()
                .replaceAll("\\{(number|called)[^}]*}", ticket)
                .replaceAll("\\{(id|agent)[^}]*}", Long.toString(agent))
                .replaceAll("\\{[^}]*}", "1");
    }

    static Map<String, String> fields(long agent) {
        var fields = new LinkedHashMap<String, String>();
        Stream.of(AGENT, REQUESTER)
                .map(TableImpl::fields)
                .flatMap(Stream::of)
                .map(Field::getName)
                .forEach(name -> {
                    fields.put(name, "7");
                    fields.put(name.replaceAll("_.*", ""), "7");
                });
        fields.putAll(Map.of(
                "role",
                "ADMIN",
                "email",
                "x@evil.example",
                "agent",
                Long.toString(agent),
                "auto_bcc",
                "x@evil.example"));
        return fields;
    }

    /** What would be worth having: who is who, with which rights, and where mail for them goes. */
    String people() {
        return tenant.call(() -> transactions.execute(
                _ -> db.select(AGENT.ID, AGENT.NAME, AGENT.EMAIL, AGENT.ROLE, AGENT.ORGANIZATION, AGENT.DISABLED_AT)
                                .from(AGENT)
                                .orderBy(AGENT.ID)
                                .fetch()
                                .format(100)
                        + db.select(REQUESTER.ID, REQUESTER.EMAIL, REQUESTER.ORGANIZATION, REQUESTER.SUPER_USER)
                                .from(REQUESTER)
                                .where(REQUESTER.ID.eq(ann.value()))
                                .fetch()
                                .format(100)));
    }
}
