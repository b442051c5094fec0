package threeline.desk.people.web;

import java.util.List;
import threeline.desk.people.Requester;
import threeline.desk.people.erasure.Erasure;

/** Who was found, and who was erased. */
public record ErasuresView(String query, List<Requester> found, List<Erasure> erasures) {}
