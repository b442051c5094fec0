package threeline.desk.people.web;

import threeline.testing.PoliciesAlone;

/** Another desk's ids change and show nothing of it, by the database's policies alone. */
@PoliciesAlone
class IdentityPoliciesAloneTest extends IdentityMutationTest {}
