package threeline.desk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;

/** People are recognised by their address, however they write it, and at one desk only. */
@DeskTest
class RequestersTest {

    @Autowired
    Tenants tenants;

    @Autowired
    Requesters requesters;

    Tenant library;

    @BeforeEach
    void at_a_desk() {
        library = tenants.find("people-library").orElseGet(() -> tenants.add("people-library", "Library"));
    }

    @Test
    void a_stranger_is_written_down_once_and_keeps_their_name() {
        library.run(() -> {
            var first = requesters.recognise(" Ann@Example.ORG ", "Ann Ash");
            assertThat(requesters.recognise("ann@example.org", "Somebody else")).isEqualTo(first);
            assertThat(first.name()).isEqualTo("Ann Ash");
            assertThat(first.email()).isEqualTo("ann@example.org");
        });
    }

    @Test
    void who_gives_no_name_is_called_by_the_address() {
        library.run(() -> assertThat(
                        requesters.recognise("bea@example.org", " \0\n ").name())
                .isEqualTo("bea@example.org"));
    }

    @Test
    void the_same_address_at_another_desk_is_another_person() {
        var other = tenants.add("people-other", "Other");
        var here = library.call(() -> requesters.recognise("cid@example.org", "Cid"));
        var there = other.call(() -> requesters.recognise("cid@example.org", "Cid there"));
        assertThat(there.name()).isEqualTo("Cid there");
        other.run(() -> assertThatThrownBy(() -> requesters.get(here.id())).isInstanceOf(NoSuchElementException.class));
        other.run(
                () -> assertThat(requesters.all(List.of(here.id(), there.id()))).containsOnlyKeys(there.id()));
    }

    @Test
    void twenty_mails_at_once_make_one_person() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<RequesterId> mail = () -> library.call(
                    () -> requesters.recognise("Dan@example.org", "Dan").id());
            var ids = threads.invokeAll(Stream.generate(() -> mail).limit(20).toList()).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void a_known_person_has_phone_organization_and_may_speak_for_it() {
        library.run(() -> {
            var eve = requesters.add(new NewRequester("Eve", "eve@acme.example", "+44 20 7946 0000", "Acme", true));
            var fay = requesters.add(new NewRequester("Fay", null, "+44 20 7946 0001", "Acme", false));
            assertThat(requesters.find("EVE@acme.example")).hasValue(eve);
            assertThat(eve.organization().name()).isEqualTo("Acme");
            assertThat(eve.superUser()).isTrue();
            assertThat(requesters.get(fay.id()).email()).isNull();
        });
    }
}
