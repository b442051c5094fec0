package threeline.desk.contract;

import java.time.Instant;
import threeline.desk.people.OrganizationId;
import threeline.promises.keeping.Terms;

/**
 * What was agreed with an organization, from an instant on.
 *
 * @param by who put it down
 */
public record Contract(OrganizationId organization, Instant since, Terms terms, String by) {}
