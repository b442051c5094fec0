package threeline.desk.people.access;

import java.util.Set;

/** Whoever was let in, or wrote in, as far as rights tell them apart. */
public sealed interface Principal permits Actor, Asker, Writer {

    Kind kind();

    Set<Scope> scopes();

    /** All that is this one's own, as rights look at it. */
    Rights.Thing own();

    /** As a trail names them, without names: {@code agent 7}. */
    String word();

    /** As people know them: {@code Ann Archer <ann@acme.example>}. */
    String words();
}
