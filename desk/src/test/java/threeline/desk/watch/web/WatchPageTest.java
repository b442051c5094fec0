package threeline.desk.watch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.Axe;
import threeline.testing.PagesOfADesk;
import threeline.testing.WhatIsDue;

/** The library's watch on a Monday, in a real browser. */
class WatchPageTest extends PagesOfADesk {

    @Autowired
    WhatIsDue due;

    Agent ada;

    @BeforeEach
    void a_library_at_half_past_ten() {
        time.forward(Duration.ofMinutes(90));
        opens("library");
        ada = hires("Ada Morrow", Role.AGENT, Set.of("first-line"));
    }

    @Test
    void it_says_who_is_there_who_comes_next_and_what_will_cross(Page page) {
        comesIn("The cue sheet stops half way");
        signIn(page, ada);
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
        signIn(page, ada);
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
        signIn(page, ada);
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
        signIn(page, ada);
        time.forward(Duration.ofHours(8));
        due.happensAt(tenant);
        page.navigate(url("/watch"));
        var outOfHours = page.locator(".groups-table tr")
                .filter(new Locator.FilterOptions().setHasText("Out-of-Hours Support"))
                .locator("td");
        var before = Integer.parseInt(outOfHours.last().innerText());
        tenant.run(() -> desk.does(ticket.number(), new TicketEvent.Accepted(), ada.id()));
        page.reload();
        assertThat(outOfHours.last()).hasText(Integer.toString(before - 1));
    }

    @Test
    void it_works_without_a_script_and_a_wrong_date_is_told(Page page) {
        page.route("**/threeline.js", route -> route.fulfill());
        signIn(page, ada);
        page.navigate(url("/watch?date=2026-03-29"));
        assertThat(page.locator("#day-title")).hasText("Sunday 29 March");
        assertThat(page.locator("#day-ribbon .r-cover")).hasCount(1);
    }

    @Test
    void a_public_holiday_is_named(Page page) {
        signIn(page, ada);
        page.navigate(url("/watch?date=2026-12-25"));
        assertThat(page.locator(".ribbon-feasts").first()).hasText("Public holiday: Christmas on Friday 25 December");
        assertThat(page.locator(".ribbon-feasts").last()).containsText("Boxing Day");
        look(page, "watch-holiday");
        page.navigate(url("/watch?date=2026-12-15"));
        assertThat(page.locator(".ribbon-feasts")).hasCount(0);
    }

    @Test
    void everybody_can_use_it(Page page) {
        comesIn("For everybody");
        signIn(page, ada);
        page.navigate(url("/watch"));
        page.locator("#day-words summary").click();
        Axe.check(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        Axe.check(page);
        page.navigate(url("/queue/tier/2"));
        Axe.check(page);
    }
}
