package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.people.Agent;
import threeline.desk.people.Requester;
import threeline.desk.people.access.Scope;
import threeline.desk.tenant.Tenant;
import threeline.testing.Mails;
import threeline.testing.Program;
import threeline.testing.TestRelay;

/**
 * Everything that somebody may not see has a word of its own, and every page, answer, file and mail that they can get is
 * looked through for all of those. After OTRS CVE-2021-21435, RT CVE-2026-44231, GLPI CVE-2019-14666 and the like: what
 * leaks, leaks on a surface that nobody thought of, so none is left out by hand.
 */
class CanaryCrawlTest extends DeskOfCanaries {

    static final int MOST_PAGES = 700;
    static final int MOST_ENTRIES = 25;
    static final Pattern LINK = Pattern.compile("(?:href|src|hx-get)=\"([^\"#]+)");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    final List<Visit> visits = new ArrayList<>();
    final Map<Listening, Who> streams = new LinkedHashMap<>();
    final Map<Who, Set<String>> seen = new LinkedHashMap<>();
    final List<String> leaked = new ArrayList<>();

    /** Somebody before a desk. */
    record Visit(Who who, Visitor visitor, Tenant at) {}

    @Override
    void listen() {
        visits.add(new Visit(Who.NOBODY, new Visitor(port), tenant));
        visits.add(new Visit(Who.REQUESTER, asking(ann), tenant));
        visits.add(new Visit(Who.SUPER_USER, asking(sue), tenant));
        visits.add(new Visit(Who.OUTSIDE_AGENT, signedIn(tenant, karl), tenant));
        visits.add(new Visit(Who.AWAY, signedIn(tenant, amy), tenant));
        visits.add(new Visit(Who.AGENT, signedIn(tenant, nadia), tenant));
        visits.add(new Visit(Who.MANAGER, signedIn(tenant, max), tenant));
        visits.add(new Visit(Who.AUDITOR, signedIn(tenant, aud), tenant));
        visits.add(new Visit(Who.ADMINISTRATOR, signedIn(tenant, ada), tenant));
        visits.add(new Visit(Who.ELSEWHERE, signedIn(foreign, ada), foreign));
        visits.add(new Visit(Who.ELSEWHERE, visits.getLast().visitor(), tenant));
        Endpoint.all(mapping)
                .filter(Endpoint::streams)
                .forEach(stream -> visits.forEach(it ->
                        streams.put(new Listening(it.visitor(), "/" + it.at().slug() + stream.path()), it.who())));
    }

    @AfterEach
    void hang_up() {
        streams.keySet().forEach(Listening::close);
    }

    @Test
    void nobody_gets_a_word_that_is_not_for_them_on_any_surface() {
        visits.forEach(it -> crawl(it.who(), it.visitor(), it.at()));
        programs(Who.OUTSIDE_AGENT, karl);
        programs(Who.AGENT, nadia);
        programs(Who.AUDITOR, aud);
        mails(Who.REQUESTER, ann);
        mails(Who.SUPER_USER, sue);
        streams.forEach((stream, who) -> look(who, "a stream", stream.text()));
        seen.forEach((who, found) -> System.out.printf("%s saw %d of %d words%n", who, found.size(), words.size()));
        assertThat(leaked).isEmpty();
        assertThat(words).hasSizeGreaterThanOrEqualTo(40);
        for (var who : List.of(Who.REQUESTER, Who.SUPER_USER, Who.ELSEWHERE)) {
            assertThat(unseenBy(who)).as("what %s may see and did not", who).isEmpty();
        }
        assertThat(unseenBy(Who.ADMINISTRATOR)).hasSizeLessThan(2);
        assertThat(streams.entrySet().stream().filter(it -> Who.DESK.contains(it.getValue())))
                .as("the streams that were looked through said something")
                .allMatch(it -> it.getKey().names().size() > 2);
    }

    /** A word that nobody meets proves nothing. */
    List<String> unseenBy(Who who) {
        return words.entrySet().stream()
                .filter(it -> it.getValue().contains(who))
                .map(Map.Entry::getKey)
                .filter(it -> !seen.getOrDefault(who, Set.of()).contains(it))
                .toList();
    }

    /** Every handler that answers to GET with all numbers there are, and whatever the pages lead to from there. */
    void crawl(Who who, Visitor visitor, Tenant at) {
        var ahead = new ArrayDeque<String>();
        endpoints()
                .filter(it -> !it.startsWith("/api/"))
                .flatMap(this::filled)
                .forEach(it -> ahead.add("/" + at.slug() + it));
        var met = new LinkedHashSet<>(ahead);
        for (var pages = 0; !ahead.isEmpty() && pages < MOST_PAGES; pages++) {
            var path = ahead.remove();
            var answer = visitor.get(path);
            look(who, path, answer);
            answer.headers()
                    .firstValue("Location")
                    .filter(it -> it.startsWith("/files/"))
                    .ifPresent(pass -> look(who, path + " by its pass", new Visitor(port).get(pass)));
            LINK.matcher(answer.body())
                    .results()
                    .map(it -> it.group(1).replace("&amp;", "&"))
                    .forEach(link -> {
                        if (link.startsWith("/" + at.slug() + "/") && !isEndless(link) && met.add(link)) {
                            ahead.add(link);
                        }
                    });
        }
        assertThat(ahead)
                .as("pages that %s was not led to for their number", who)
                .isEmpty();
    }

    /** A stream, and a calendar with a way to the next day on each day. */
    static boolean isEndless(String link) {
        return link.contains("/live") || link.contains("date=");
    }

    void programs(Who who, Agent agent) {
        var token = tenant.call(() -> tokens.make(agent.id(), "crawl", Set.of(Scope.READ), null));
        var program = new Program(port, token.text());
        endpoints()
                .filter(it -> it.startsWith("/api/v1"))
                .flatMap(this::filled)
                .forEach(it -> look(
                        who, it, program.get(it.substring("/api/v1".length())).raw()));
        look(who, "search", program.get("/tickets?search=zebra").raw());
    }

    Stream<String> endpoints() {
        return Endpoint.all(mapping)
                .filter(it -> it.isGet() && !it.streams())
                .map(Endpoint::path)
                .filter(it -> !it.startsWith("/dev/") && !it.contains("passkey"));
    }

    Stream<String> filled(String pattern) {
        var path = pattern.replaceAll("\\{kind:[^}]*}", "group")
                .replaceAll("\\{view[^}]*}", "all")
                .replaceAll("\\{key[^}]*}", "acme")
                .replaceAll("\\{version[^}]*}", "1");
        var asked =
                path.equals("/search") ? path + "?q=zebra" : path.equals("/calls/callers") ? path + "?who=zq" : path;
        var about = asked.matches(".*\\{(number|called)[^}]*}.*")
                ? numbers.stream().map(it -> asked.replaceAll("\\{(number|called)[^}]*}", "" + it))
                : Stream.of(asked);
        return about.flatMap(it -> it.matches(".*\\{(entry|nth)}.*")
                ? Stream.iterate(1, entry -> entry + 1)
                        .limit(MOST_ENTRIES)
                        .map(entry -> "" + entry)
                        .map(entry -> it.replaceFirst("\\{(entry|nth)}", entry).replaceAll("\\{[^}]*}", "0"))
                : Stream.of(it.replaceAll("\\{[^}]*}", "1")));
    }

    void mails(Who who, Requester to) {
        TestRelay.mailsTo(java.util.Objects.requireNonNull(to.email()))
                .forEach(mail -> look(who, "a mail", Mails.text(mail) + mail.text()));
    }

    void look(Who who, String where, HttpResponse<String> answer) {
        look(who, where, answer.body() + answer.headers().map());
    }

    void look(Who who, String where, String text) {
        words.forEach((word, holders) -> {
            if (text.contains(word)) {
                seen.computeIfAbsent(who, _ -> new TreeSet<>()).add(word);
                if (!holders.contains(who)) {
                    leaked.add("%s to %s on %s".formatted(word, who, where));
                }
            }
        });
    }

    Visitor asking(Requester who) {
        var visitor = new Visitor(port);
        visitor.comesIn(tenant.slug(), java.util.Objects.requireNonNull(who.email()));
        return visitor;
    }

    Visitor signedIn(Tenant at, Agent agent) {
        var visitor = new Visitor(port);
        visitor.signIn(at.slug(), agent.email().replace(tenant.slug(), at.slug()), DeskWithAccounts.PASSWORD);
        return visitor;
    }
}
