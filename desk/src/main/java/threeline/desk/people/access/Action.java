package threeline.desk.people.access;

/** All that can be done at a desk, as far as rights tell it apart. */
public enum Action {
    SEE_TICKETS(Scope.READ),
    SEE_CHARTER(Scope.READ),
    SEE_PEOPLE(Scope.READ),
    OPEN_TICKETS(Scope.WRITE),
    WORK_ON_TICKETS(Scope.WRITE),
    MANAGE_CONTRACTS(Scope.WRITE),
    MANAGE_PEOPLE(Scope.WRITE),
    APPOINT(Scope.IN_PERSON),
    CHANGE_CHARTER(Scope.IN_PERSON),
    SEE_OWN_ACCOUNT(Scope.IN_PERSON),
    MANAGE_ACCOUNTS(Scope.IN_PERSON),
    MANAGE_TOKENS(Scope.IN_PERSON),
    MANAGE_MAIL(Scope.IN_PERSON);

    private final Scope scope;

    Action(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }
}
