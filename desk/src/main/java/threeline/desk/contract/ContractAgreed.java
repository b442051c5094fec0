package threeline.desk.contract;

import threeline.desk.tenant.Tenant;

/** Told inside the transaction that puts down what was agreed with an organization. */
public record ContractAgreed(Tenant tenant, Contract contract) {}
