package threeline.badhouse;

/** A house in which every rule is broken once, so that each rule is seen to bite. */
public class BadHouse {}
