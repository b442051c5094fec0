package threeline.promises.rehearsal;

import java.util.List;
import java.util.Map;
import threeline.promises.keeping.Terms;

/** Who is supported, on which terms; and its people by their addresses, with the roles that they play. */
record Organization(Terms terms, Map<String, List<String>> people) {}
