package threeline.desk.people.access;

import java.util.Locale;

/** All that can be done at a desk, as far as rights tell it apart. */
public enum Action {
    SEE_TICKETS(Scope.TICKETS_READ),
    OPEN_TICKETS(Scope.TICKETS_WRITE),
    WORK_ON_TICKETS(Scope.TICKETS_WRITE),
    SEE_CHARTER(Scope.CHARTER_READ),
    SEE_CONTRACTS(Scope.CHARTER_READ),
    CHANGE_CHARTER(Scope.IN_PERSON),
    SEE_PEOPLE(Scope.PEOPLE_READ),
    MANAGE_PEOPLE(Scope.PEOPLE_WRITE),
    MANAGE_CONTRACTS(Scope.CONTRACTS_WRITE),
    MANAGE_MAIL(Scope.IN_PERSON),
    APPOINT(Scope.IN_PERSON),
    MANAGE_ACCOUNTS(Scope.IN_PERSON),
    PROVISION(Scope.PROVISION),
    MANAGE_PROVIDERS(Scope.IN_PERSON),
    MANAGE_TOKENS(Scope.IN_PERSON),
    MANAGE_WEBHOOKS(Scope.IN_PERSON),
    SEE_AUDIT(Scope.IN_PERSON),
    ERASE_PEOPLE(Scope.IN_PERSON),
    SEE_OWN_ACCOUNT(Scope.IN_PERSON),
    SET_UP_SECOND_STEP(Scope.IN_PERSON),
    ASK(Scope.IN_PERSON),
    SEE_REQUESTS(Scope.IN_PERSON),
    ANSWER_REQUESTS(Scope.IN_PERSON),
    SEE_OWN_DATA(Scope.IN_PERSON),
    ANSWER_BY_MAIL(Scope.IN_PERSON),
    ANSWER_FOR_VENDOR(Scope.IN_PERSON),
    WRITE_FROM_WITHIN(Scope.IN_PERSON);

    private final Scope scope;

    Action(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    /** As a reader of the table has it: "Work on tickets". */
    public String title() {
        var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The scope that a program's token needs for it. */
    public String byProgram() {
        return scope == Scope.IN_PERSON ? "never" : scope.word();
    }
}
