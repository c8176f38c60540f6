package revisage.cloud;

import revisage.work.WorkException;

import java.util.List;

/// The services this program can talk to. Adding one is one engine and one line in `app`.
public interface Clouds {

    /// Keys for [CloudChoice#provider()].
    List<String> providers();

    /// Finds credentials and makes ready. Sends nothing to the service.
    ///
    /// @return the caller closes it
    /// @throws CloudException if there are no credentials ([Fault.AccessDenied])
    CloudService open(CloudChoice choice) throws WorkException, InterruptedException;
}
