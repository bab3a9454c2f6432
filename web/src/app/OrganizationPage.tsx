import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useMaintenanceSignals } from "@/features/maintenance/hooks/useMaintenanceSignals";
import { RecordsScreen } from "@/features/records/components/RecordsScreen";
import { rightsOf } from "@/features/records/model/editing";
import type { View } from "@/features/records/model/view";
import { syncStatusKey } from "@/features/sync/api/syncStatus";
import { ReadPemsButton } from "@/features/sync/components/ReadPemsButton";
import { SyncStatusLine } from "@/features/sync/components/SyncStatusLine";
import { useReadFromPems } from "@/features/sync/hooks/useReadFromPems";
import { useSyncSignals } from "@/features/sync/hooks/useSyncSignals";
import type { Organization, Session } from "@/shared/api/types";
import { useLiveStatus } from "@/shared/live/LiveProvider";
import { Shell } from "./Shell";

interface Props {
  session: Session;
  organization: Organization;
  view: View;
  onView: (view: View) => void;
}

/** One organization's records under the frame that shows how it stands with PEMS. */
export function OrganizationPage({ session, organization, view, onView }: Props) {
  const client = useQueryClient();
  const { id } = organization;
  const live = useLiveStatus();
  useSyncSignals(id);
  useMaintenanceSignals();
  const afterRead = useCallback(() => {
    void client.invalidateQueries({ queryKey: syncStatusKey(id) });
    void client.invalidateQueries({ queryKey: ["records", id] });
    void client.invalidateQueries({ queryKey: ["totals", id] });
  }, [client, id]);
  const reading = useReadFromPems(id, afterRead);
  const rights = rightsOf(organization.permissions);
  return (
    <Shell
      session={session}
      organization={organization}
      onPick={(org) => onView({ ...view, org })}
      status={<SyncStatusLine organizationId={id} live={live} />}
      actions={rights.readPems ? <ReadPemsButton reading={reading} /> : null}
    >
      <RecordsScreen
        organization={organization}
        view={view}
        onView={onView}
        reading={reading.running}
        onReadPems={rights.readPems ? () => reading.read("full") : null}
      />
    </Shell>
  );
}
