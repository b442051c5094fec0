/** The rules of the house, each watched in the whole of it and seen to bite in {@code threeline.badhouse}. */
package threeline.house;
