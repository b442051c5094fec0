package threeline.desk.ticket.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketEvent;
import threeline.testing.Axe;
import threeline.testing.HandTurnedTime;
import threeline.testing.PagesOfADesk;
import threeline.testing.WhatIsDue;

/** What the three lines of the web and hosting firm do to their tickets, in a real browser and by the keyboard. */
class ActsOnPagesTest extends PagesOfADesk {

    @Autowired
    WhatIsDue due;

    Agent tess;

    @BeforeEach
    void the_three_lines_on_a_monday_at_ten() {
        time.forward(Duration.ofHours(1));
        opens("web-hosting");
        tess = hires("Tess Kimura", Role.AGENT, Set.of("first-line"), "engineer");
    }

    @Test
    void a_ticket_goes_up_with_one_of_the_reasons_by_the_keyboard_alone(Page page) {
        var ticket = comesIn("The shop is down");
        open(page, tess, ticket);
        page.keyboard().press("e");
        assertThat(page.locator("#escalation-menu")).containsText("Escalate to 2nd line");
        assertThat(page.locator("#escalation-menu button").first()).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator(".entry[data-kind=escalation]"))
                .containsText(
                        "Escalated to 2nd line: It needs investigation, research or information beyond what you have");
        assertThat(page.locator("#ticket-top")).containsText("2nd line");
    }

    @Test
    void who_may_not_judge_is_told_who_may(Page page) {
        var ticket = comesIn("Not for me to judge");
        open(page, hires("Nobody Yet", Role.AGENT, Set.of()), ticket);
        page.keyboard().press("e");
        assertThat(page.locator("#escalation-menu .refusal").first())
                .containsText("That is judged by: Engineer, Helpdesk Manager.");
    }

    @Test
    void a_refusal_stands_beside_what_was_refused(Page page) {
        var ticket = comesIn("Merged into nothing");
        open(page, tess, ticket);
        item(page, "Let it stay longer");
        page.locator("#more-menu details[open] input[name=more]").fill("for ever");
        page.locator("#more-menu details[open] [name=because]").fill("It is clear what to do");
        page.keyboard().press("Enter");
        assertThat(page.locator("#more-menu details[open] .refusal")).containsText("is no length of time");
    }

    @Test
    void fifteen_minutes_of_handling_ask_and_never_block(Page page) {
        var ticket = comesIn("Longer than it looked");
        open(page, tess, ticket);
        item(page, "Log handling time");
        page.keyboard().press("Tab");
        page.keyboard().type("16");
        page.keyboard().press("Enter");
        assertThat(page.locator(".timebox")).containsText("15 m of handling on 1st line: escalate?");
        item(page, "Log a call to the requester");
        page.getByText("Reached them", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#timeline")).containsText("Called the requester");
        item(page, "Consult, and keep it");
        page.getByText("Log the consultation").click();
        assertThat(page.locator("#timeline")).containsText("Consulted 2nd line");
    }

    @Test
    void who_receives_a_handover_sees_what_matters_and_accepts_it(Page page) {
        opens("library");
        tess = hires("Tess Kimura", Role.AGENT, Set.of("first-line"));
        var ticket = comesIn("The cue sheet stops half way");
        open(page, tess, ticket);
        time.set(HandTurnedTime.MONDAY_AT_NINE.plus(Duration.ofHours(9)));
        due.happensAt(tenant);
        page.reload();
        var handed = page.locator(".handed");
        assertThat(handed).containsText("First Line Support to Out-of-Hours Support, today 17:30");
        assertThat(handed).containsText("not answered yet: “Since this morning, for all of us.”");
        assertThat(handed).containsText("nothing");
        Axe.check(page);
        page.keyboard().press("y");
        assertThat(page.locator("#timeline")).containsText("Handover accepted");
        assertThat(handed).hasCount(0);
    }

    @Test
    void spam_and_doubles_go_away(Page page) {
        var one = comesIn("The shop is down again");
        var two = comesIn("Down again, the shop");
        open(page, tess, two);
        item(page, "Merge into another ticket");
        page.locator("#more-menu [name=into]").fill("WEB-" + one.number());
        page.keyboard().press("Enter");
        assertThat(page.locator("#timeline")).containsText("Goes on as WEB-" + one.number());
        open(page, one);
        item(page, "Nobody asked for help");
        page.getByText("It is spam").click();
        assertThat(page.locator("#timeline")).containsText("Resolved as spam");
    }

    @Test
    void what_went_up_is_followed_up_and_each_group_has_its_list(Page page) {
        var ticket = comesIn("Up and not forgotten");
        var mine = comesIn("Still with first line");
        tenant.run(() -> desk.does(ticket.number(), new TicketEvent.Escalated("2", "needs-research"), tess.id()));
        open(page, tess, mine);
        page.keyboard().press("g");
        page.keyboard().press("f");
        assertThat(page.locator("h1")).hasText("Being followed up");
        assertThat(page.locator("#queue")).containsText("Up and not forgotten");
        assertThat(page.locator("#queue")).not().containsText("Still with first line");
        page.keyboard().press("g");
        page.keyboard().press("g");
        assertThat(page.locator("h1")).hasText("My groups");
        assertThat(page.locator("#queue")).containsText("Still with first line");
        assertThat(page.locator("#queue")).not().containsText("Up and not forgotten");
    }

    @Test
    void everybody_can_use_it(Page page) {
        var ticket = comesIn("For everybody");
        tenant.run(() -> desk.does(ticket.number(), new TicketEvent.Logged(Duration.ofMinutes(20)), tess.id()));
        open(page, tess, ticket);
        page.keyboard().press("e");
        Axe.check(page);
        page.keyboard().press("Escape");
        item(page, "Let it stay longer");
        Axe.check(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        Axe.check(page);
    }

    private static void item(Page page, String title) {
        page.locator("#subject").focus();
        page.keyboard().press("m");
        page.locator("#more-menu summary")
                .filter(new Locator.FilterOptions().setHasText(title))
                .press("Enter");
    }

    private void open(Page page, Agent who, Ticket ticket) {
        signIn(page, who);
        open(page, ticket);
    }

    private void open(Page page, Ticket ticket) {
        page.navigate(url("/tickets/" + ticket.number()));
    }
}
