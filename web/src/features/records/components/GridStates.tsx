import { ApiProblem, describeError } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button";
import { Message } from "@/shared/ui/Message";
import { clearFacets, type View } from "../model/view";

export function LoadingFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = error instanceof ApiProblem ? error : null;
  const denied = problem?.status === 403 || problem?.status === 404;
  const small = problem?.requestId ? `Request ${problem.requestId}` : undefined;
  const retry = (
    <Button look="primary" onPress={onRetry}>
      Try again
    </Button>
  );
  return (
    <Message
      icon="warning"
      title={denied ? "You cannot see these records" : "The records could not be loaded"}
      bad
      small={small}
      actions={denied ? null : retry}
    >
      {denied
        ? "Your access to this organization may have ended. Choose another one above."
        : describeError(error)}
    </Message>
  );
}

interface EmptyProps {
  view: View;
  onView: (view: View) => void;
  /** Null for those who may not read from PEMS. */
  onReadPems: (() => void) | null;
  reading: boolean;
}

/** Nothing matches, or nothing is here yet: two different things to do. */
export function NoRecords({ view, onView, onReadPems, reading }: EmptyProps) {
  const narrowed = Boolean(view.q || view.state || view.source || view.dor);
  if (narrowed) {
    const clear = () => onView({ ...clearFacets(view), q: undefined });
    return (
      <Message
        icon="search"
        title="No record matches"
        actions={<Button onPress={clear}>Clear search and filters</Button>}
      >
        Nothing in this organization fits the search and the filters together.
      </Message>
    );
  }
  if (reading) {
    return (
      <Message icon="download" title="Reading from PEMS">
        The records appear here as soon as they are read. You can watch it above.
      </Message>
    );
  }
  const read = onReadPems ? (
    <Button look="primary" onPress={onReadPems}>
      Read from PEMS
    </Button>
  ) : null;
  return (
    <Message icon="download" title="No records yet" actions={read}>
      {onReadPems
        ? "This organization has not been read from PEMS. Read it once; from then on changes follow by themselves."
        : "This organization has not been read from PEMS. Somebody with the right to refresh data can do it."}
    </Message>
  );
}
