import type { PfaRecord } from "@/shared/api/types";

/** A rental from 1 January to 31 March 2026 that is forecast as planned. */
export function rental(pfaId: string, changes: Partial<PfaRecord> = {}): PfaRecord {
  return {
    pfaId,
    organization: "RIO",
    description: `Crane ${pfaId}`,
    areaSilo: "Marine",
    category: "CRANE",
    categoryDescription: "Cranes",
    equipmentClass: "CR-300",
    manufacturer: null,
    model: null,
    source: "Rental",
    dor: "BEO",
    monthlyRate: "3044.00",
    purchasePrice: null,
    planStart: "2026-01-01",
    planEnd: "2026-03-31",
    planMonthlyRate: "3044.00",
    planPurchasePrice: null,
    forecastStart: "2026-01-01",
    forecastEnd: "2026-03-31",
    actualStart: null,
    actualEnd: null,
    isActualized: false,
    isDiscontinued: false,
    isFundsTransferable: false,
    contract: null,
    contractRevision: null,
    equipment: null,
    version: 7,
    lastChangedBy: null,
    lastChangedAt: null,
    syncStatus: "synced",
    planCost: "8900.00",
    forecastCost: "8900.00",
    actualCost: "0.00",
    variance: "0.00",
    draft: null,
    warnings: [],
    ...changes,
  };
}

export function onSite(pfaId: string, actualEnd: string | null): PfaRecord {
  return rental(pfaId, { isActualized: true, actualStart: "2026-01-05", actualEnd });
}
