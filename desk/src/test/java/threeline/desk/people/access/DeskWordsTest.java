package threeline.desk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Organizations;
import threeline.desk.people.Role;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.testing.DeskTest;

/** No password is made of a desk's own words, however they are put together; one that merely has them is as good as any. */
@DeskTest
class DeskWordsTest {

    @Autowired
    Tenants tenants;

    @Autowired
    Agents agents;

    @Autowired
    Organizations organizations;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    PasswordChoice choice;

    Tenant desk;
    Agent ada;

    @BeforeEach
    void a_desk_of_words() {
        var slug = "words-" + UUID.randomUUID().toString().substring(0, 8);
        desk = tenants.add(slug, "Paper Mill IT");
        ada = desk.call(() -> {
            organizations.add("Nordlicht Logistik GmbH");
            mailboxes.are(List.of(new Mailbox(desk.id(), "hilfe@" + slug + ".papiermuehle.example", "Help", "email")));
            return agents.add(new NewAgent("Ada", "ada@elsewhere.example", Role.AGENT, Set.of(), null));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "papermillit",
                "Paper Mill IT 2026!",
                "nordlicht2026",
                "Nordlicht-Logistik-GmbH",
                "PAPIERMUEHLE1!",
                "nordlichtpapiermuehle",
                "HelpdeskHelpdesk",
                "servicedesk!!1"
            })
    void made_of_the_desk_s_words(String password) {
        assertThat(refusal(password)).contains("desk's own words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper boats sink", "seven grey herons", "nordlicht83746192034", "my desk is oak and ash"})
    void words_of_one_s_own(String password) {
        assertThat(refusal(password)).isEmpty();
    }

    String refusal(String password) {
        return desk.call(() -> choice.refusal(password, ada)).orElse("");
    }
}
