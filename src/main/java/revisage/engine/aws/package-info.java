/// Amazon Rekognition behind the corridor's interfaces.
@NullMarked
@Room(
        doors = {"cloud", "work"},
        tools = {
            "software.amazon.awssdk",
            "org.apache.hc.client5",
            "java.net",
            "javax.net.ssl",
            "java.security.cert"
        },
        why = "The AWS SDK and nothing else; when to ask and what it may cost is the guard's.")
package revisage.engine.aws;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
