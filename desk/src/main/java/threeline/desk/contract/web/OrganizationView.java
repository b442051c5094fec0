package threeline.desk.contract.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Organization;
import threeline.desk.people.Requester;

/**
 * One organization: what is agreed with it now and was before, who has it in charge, who asks for it.
 *
 * @param now what is agreed; nothing is too
 * @param before the newest first
 * @param people its requesters, a page of them
 */
public record OrganizationView(
        Organization organization,
        TermsView now,
        List<TermsView> before,
        Choices choices,
        List<Charge> charges,
        People people,
        Kept kept) {

    /** What may be agreed anew. */
    public record Choices(List<TermsView.Bought> packages, List<String> zones) {}

    /** A part, who could play it for this organization, and who does. */
    public record Charge(
            String part,
            String name,
            List<Candidate> candidates,
            @Nullable String inCharge) {}

    public record Candidate(long id, String name, boolean chosen) {}

    /**
     * Who asks for it.
     *
     * @param superUser what the charter calls those who speak for the others
     * @param next after whom the next page begins; null on the last
     */
    public record People(
            List<Requester> requesters,
            String superUser,
            @Nullable Long next) {}

    /** What whoever looks may change, and whether they just did. */
    public record Kept(boolean mayAgree, boolean mayCharge, boolean justNow) {}
}
