// Asks the metadata service with the AWS SDK for Java 2. One line of JSON with the answers, then one with the notice.

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.imds.Ec2MetadataClientException;
import software.amazon.awssdk.regions.providers.InstanceProfileRegionProvider;

public class Client {
    private static final long POLL_MS = 100;
    private static final String NOTICE = "meta-data/spot/instance-action";

    public static void main(String[] arguments) throws InterruptedException {
        try (Ec2MetadataClient client = Ec2MetadataClient.create()) {
            tell(answers(client));
            while (status(client, NOTICE) == 404) {
                Thread.sleep(POLL_MS);
            }
            tell(Map.of("notice", get(client, NOTICE)));
        }
    }

    private static Map<String, Object> answers(Ec2MetadataClient client) {
        Map<String, Object> learned = new LinkedHashMap<>();
        learned.put("instanceId", get(client, "meta-data/instance-id"));
        learned.put("region", new InstanceProfileRegionProvider().getRegion().id());
        learned.put("document", get(client, "dynamic/instance-identity/document"));
        learned.put("credentials", credentials());
        learned.put("own", get(client, "meta-data/own/path"));
        learned.put("missing", status(client, "meta-data/no/such/path"));
        learned.put("noticeBefore", status(client, NOTICE));
        return learned;
    }

    private static String get(Ec2MetadataClient client, String path) {
        return client.get("/latest/" + path).asString();
    }

    /** The status of the answer, which the SDK gives with its error. */
    private static int status(Ec2MetadataClient client, String path) {
        try {
            get(client, path);
            return 200;
        } catch (Ec2MetadataClientException refused) {
            return refused.statusCode();
        }
    }

    private static Map<String, Object> credentials() {
        try (InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.create()) {
            AwsSessionCredentials found = (AwsSessionCredentials) provider.resolveCredentials();
            return Map.of(
                    "AccessKeyId", found.accessKeyId(),
                    "SecretAccessKey", found.secretAccessKey(),
                    "SessionToken", found.sessionToken(),
                    "Expiration", found.expirationTime().orElseThrow());
        }
    }

    private static void tell(Map<String, Object> learned) {
        System.out.println(json(learned));
    }

    private static String json(Object value) {
        if (value instanceof Integer) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
