package threeline.desk.people.web;

import threeline.testing.FilterAlone;

/** Another desk's ids change and show nothing of it, by what our statements say alone. */
@FilterAlone
class IdentityFilterAloneTest extends IdentityMutationTest {}
