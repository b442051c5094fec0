package threeline.desk.watch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.Axe;
import threeline.testing.HandTurnedTime;
import threeline.testing.PagesOfADesk;
import threeline.testing.WhatIsDue;

/** The library's watch on a Monday, in a real browser. */
class WatchPageTest extends PagesOfADesk {

    @Autowired
    WhatIsDue due;

    @BeforeEach
    void a_library_on_a_monday_at_half_past_ten() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE.plus(Duration.ofMinutes(90)));
        var charter = Files.readString(Path.of("../charters/library.yaml"));
        tenant = tenants.find("on-watch").orElseGet(() -> tenants.add("on-watch", "Media Library"));
        tenant.run(() -> {
            if (agents.all().isEmpty()) {
                charters.putInForce(charter, "test", "The desk opens");
                agents.add(new NewAgent(
                        "Ada Morrow",
                        "ada@on-watch.example",
                        Role.AGENT,
                        Set.of("first-line"),
                        passwords.hash(PASSWORD)));
            }
        });
    }

    @Test
    void it_says_who_is_there_who_comes_next_and_what_will_cross(Page page) {
        comesIn("The cue sheet stops half way");
        signIn(page);
        page.keyboard().press("g");
        page.keyboard().press("w");

        assertThat(page.locator("h1")).hasText("The watch");
        assertThat(page.locator("#watch-now")).hasText("Monday 23 November, 10:30 in London");
        var first = page.locator(".card.now").first();
        assertThat(first).containsText("First Line Support");
        assertThat(first).containsText(Pattern.compile("until 17:30, (7 h|6 h 59 m) from now"));
        assertThat(first).containsText("17:30: Out-of-Hours Support takes over from First Line Support");
        assertThat(first).containsText("will cross");
        var crossing = page.locator("#crossing-1");
        assertThat(crossing).containsText("Will cross at 17:30 to Out-of-Hours Support");
        assertThat(crossing.locator("tbody")).containsText("The cue sheet stops half way");
        assertThat(crossing.locator("tbody")).containsText("Response, aim, due 11:30");
        page.locator("#day-words summary").click();
        assertThat(page.locator("#day-words")).containsText("09:30–17:30");
    }

    @Test
    void what_comes_in_meanwhile_appears_by_itself(Page page) {
        signIn(page);
        page.navigate(url("/watch"));
        assertThat(page.locator("#live-word")).hasText("Live");
        page.locator("#week-words summary").click();

        comesIn("A new one while I look");

        assertThat(page.locator("#crossing-1 tbody")).containsText("A new one while I look");
        assertThat(page.locator("#week-words")).hasAttribute("open", "");
    }

    @Test
    void another_day_is_a_link_away_and_a_group_leads_to_what_it_holds(Page page) {
        comesIn("Held by first line");
        signIn(page);
        page.navigate(url("/watch"));
        page.locator("#day-later").click();
        assertThat(page.locator("#day-title")).hasText("Tuesday 24 November");
        page.locator("#day-back").click();
        assertThat(page.locator("#day-title")).hasText("Today");
        page.locator(".groups-table")
                .getByText("First Line Support", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("h1")).hasText("First Line Support");
        assertThat(page.locator("#queue")).containsText("Held by first line");
        page.locator("#queue a[data-row]").first().click();
        assertThat(page.locator("#pane")).containsText("Held by first line");
    }

    @Test
    void what_was_handed_over_is_counted_until_it_is_taken_up(Page page) {
        var ticket = comesIn("Nobody saw it yet");
        signIn(page);
        time.forward(Duration.ofHours(8));
        due.happensAt(tenant);
        page.navigate(url("/watch"));
        var outOfHours = page.locator(".groups-table tr")
                .filter(new Locator.FilterOptions().setHasText("Out-of-Hours Support"))
                .locator("td");
        var before = Integer.parseInt(outOfHours.last().innerText());
        tenant.run(() -> desk.does(
                ticket.number(),
                new TicketEvent.Accepted(),
                agents.all().getFirst().id()));
        page.reload();
        assertThat(outOfHours.last()).hasText(Integer.toString(before - 1));
    }

    @Test
    void it_works_without_a_script_and_a_wrong_date_is_told(Page page) {
        page.route("**/threeline.js", route -> route.fulfill());
        signIn(page);
        page.navigate(url("/watch?date=2026-03-29"));
        assertThat(page.locator("#day-title")).hasText("Sunday 29 March");
        assertThat(page.locator("#day-ribbon .r-cover")).hasCount(1);
    }

    @Test
    void everybody_can_use_it(Page page) {
        comesIn("For everybody");
        signIn(page);
        page.navigate(url("/watch"));
        page.locator("#day-words summary").click();
        Axe.check(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        Axe.check(page);
        page.navigate(url("/queue/tier/2"));
        Axe.check(page);
    }

    private void signIn(Page page) {
        page.navigate(url("/sign-in"));
        page.getByLabel("Mail address").fill("ada@on-watch.example");
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("main button.primary").click();
        assertThat(page.locator("h1")).hasText("Breaks first");
    }
}
