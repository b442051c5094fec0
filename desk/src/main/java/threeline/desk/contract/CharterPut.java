package threeline.desk.contract;

import threeline.desk.tenant.Tenant;

/** Told inside the transaction that puts a charter in force. */
public record CharterPut(Tenant tenant, CharterInForce charter) {}
