package threeline.desk.people.web;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import threeline.desk.people.access.Principal;
import threeline.desk.ticket.TicketNumber;

/** Every page and list that somebody may ask for, of some tickets, and with each question that its handler takes. */
record AllQuestions(RequestMappingHandlerMapping mapping, List<TicketNumber> about) {

    /** What is the same to whoever asks: doors, and what the program itself is made of. */
    private static final Pattern OF_NOBODY =
            Pattern.compile("^/(dev|assets|files|first-start|forgotten)|/in/|sign-in|unsubscribed|passkey|provider");

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    /** What lists of the API are asked, which read their questions themselves and refuse all others. */
    private static final List<String> OF_PROGRAMS = List.of(
            "limit=1",
            "search=canal&limit=1",
            "search=GLO-7",
            "status=open",
            "severity=S1",
            "sort=newest&limit=1",
            "sort=breaks-first&limit=1",
            "zebra=1");

    /** Values for each question by its name; what only says what has just been done takes one. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            entry("q", List.of("canal", "b", "bob", "GLO-7", "other", "other.example")),
            entry("who", List.of("b", "bob", "5550", "GLO-7")),
            entry("before", List.of("2", "1000")),
            entry("after", List.of("2", "other", "zz")),
            entry("all", List.of("")),
            entry("at", List.of("1", "7")),
            entry("date", List.of("2026-11-23", "2026-11-30")),
            entry("view", List.of("all", "unassigned")),
            entry("page", List.of("1")),
            entry("from", List.of("1")),
            entry("to", List.of("1")),
            entry("line", List.of("canal")),
            entry("logged", List.of("7")),
            entry("kept", List.of("true")),
            entry("done", List.of("password")),
            entry("asked", List.of("")));

    private static final List<String> VIEWS =
            List.of("all", "unassigned", "mine", "breaks-first", "past-due", "on-hold");

    List<String> of(Principal who, boolean byProgram) {
        return pages().filter(it -> it.isApi() == byProgram)
                .filter(it -> it.may() == null || it.isFor(who))
                .flatMap(it -> filled(it.path()).flatMap(path -> asked(it, path)))
                .distinct()
                .toList();
    }

    /** What pages of theirs can be asked, and this doesn't know. */
    List<String> unknown(Principal who) {
        return pages().filter(it -> it.may() == null || it.isFor(who))
                .flatMap(this::questions)
                .filter(it -> !VALUES.containsKey(it))
                .distinct()
                .toList();
    }

    /** The address of the page that follows; empty where none does. */
    static String next(String address, String body) {
        var next = NEXT.matcher(body);
        return next.find() ? address.replaceAll("&cursor=.*", "") + "&cursor=" + next.group(1) : "";
    }

    private Stream<Endpoint> pages() {
        return Endpoint.all(mapping)
                .filter(it -> it.isGet()
                        && !it.streams()
                        && !OF_NOBODY.matcher(it.path()).find());
    }

    private Stream<String> questions(Endpoint page) {
        return Stream.of(page.handler().getMethodParameters())
                .filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .map(it -> it.getParameter().getName());
    }

    private Stream<String> asked(Endpoint page, String path) {
        var questions = page.isApi()
                ? OF_PROGRAMS.stream()
                : questions(page)
                        .flatMap(name ->
                                VALUES.getOrDefault(name, List.of()).stream().map(it -> name + "=" + it));
        return Stream.concat(Stream.of(path), questions.map(it -> path + "?" + it));
    }

    private Stream<String> filled(String pattern) {
        var path = pattern.replaceAll("\\{kind:[^}]*}", "group")
                .replaceAll("\\{(nth|entry)}", "2")
                .replaceAll("\\{(place|file)}", "0")
                .replaceAll("\\{version[^}]*}", "1");
        return Stream.of(path)
                .flatMap(it -> each(
                        it,
                        "number|called",
                        about.stream().map(Object::toString).toList()))
                .flatMap(it -> each(it, "view", VIEWS))
                .flatMap(it -> each(it, "key", List.of("acme", "other", "acme-infra")))
                .map(it -> it.replaceAll("\\{[^}]*}", "999999"));
    }

    private static Stream<String> each(String path, String variable, List<String> values) {
        var there = "\\{(%s)[^}]*}".formatted(variable);
        return path.matches(".*" + there + ".*")
                ? values.stream().map(it -> path.replaceAll(there, it))
                : Stream.of(path);
    }
}
