// "Point your app here": what to type or add, for each place an app may run in. Nothing but the endpoint varies.

type SnippetLine = { code: string; comment?: string };

export type Snippet = {
  id: string;
  title: string;
  lines: SnippetLine[];
};

const VARIABLE = 'AWS_EC2_METADATA_SERVICE_ENDPOINT';
/** How a container calls the machine it runs on: by itself in Docker Desktop, by `--add-host` or `extra_hosts` elsewhere. */
const HOST_FROM_CONTAINER = 'host.docker.internal';

/** Every snippet, for an endpoint such as `http://127.0.0.1:1338`. */
export function snippets(endpoint: string): Snippet[] {
  const fromContainer = containerEndpoint(endpoint);
  return [
    shell(endpoint),
    powerShell(endpoint),
    docker(fromContainer),
    compose(fromContainer),
    kubernetes(fromContainer),
    node(endpoint),
    python(endpoint),
    go(endpoint),
    java(endpoint),
  ];
}

/** The text as it is copied: comments and all. */
export function snippetText(snippet: Snippet): string {
  return snippet.lines.map(({ code, comment }) => (comment === undefined ? code : `${code}${comment}`)).join('\n');
}

/** The endpoint as a container sees it: another host, the same port. An address that is not this machine's own stays. */
export function containerEndpoint(endpoint: string): string {
  return endpoint.replace(
    /^http:\/\/(127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1?\])(?=[:/]|$)/,
    `http://${HOST_FROM_CONTAINER}`,
  );
}

function shell(endpoint: string): Snippet {
  const lines = [
    { code: `export ${VARIABLE}=${endpoint}` },
    { code: 'aws configure list', comment: '  # or start your app' },
  ];
  return { id: 'shell', title: 'Shell', lines };
}

function powerShell(endpoint: string): Snippet {
  const lines = [
    { code: `$env:${VARIABLE} = "${endpoint}"` },
    { code: 'aws configure list', comment: '  # or start your app' },
  ];
  return { id: 'powershell', title: 'PowerShell', lines };
}

function docker(endpoint: string): Snippet {
  const lines = [
    { code: `docker run --add-host ${HOST_FROM_CONTAINER}:host-gateway \\` },
    { code: `  -e ${VARIABLE}=${endpoint} \\` },
    { code: '  your-image' },
  ];
  return { id: 'docker', title: 'Docker', lines };
}

function compose(endpoint: string): Snippet {
  const lines = [
    { code: 'services:' },
    { code: '  app:', comment: '  # your service' },
    { code: '    environment:' },
    { code: `      ${VARIABLE}: ${endpoint}` },
    { code: '    extra_hosts:' },
    { code: `      - ${HOST_FROM_CONTAINER}:host-gateway` },
  ];
  return { id: 'compose', title: 'Compose', lines };
}

function kubernetes(endpoint: string): Snippet {
  const lines = [
    { code: 'env:', comment: '  # of your container; kind, minikube or k3d' },
    { code: `  - name: ${VARIABLE}` },
    { code: `    value: ${endpoint}`, comment: '  # or this machine as the node sees it' },
  ];
  return { id: 'kubernetes', title: 'Kubernetes', lines };
}

function node(endpoint: string): Snippet {
  const lines = [
    { code: `process.env.${VARIABLE} = '${endpoint}';` },
    { code: "const { fromInstanceMetadata } = await import('@aws-sdk/credential-providers');" },
    { code: 'console.log(await fromInstanceMetadata()());' },
  ];
  return { id: 'node', title: 'Node', lines };
}

function python(endpoint: string): Snippet {
  const lines = [
    { code: 'import os, boto3' },
    { code: `os.environ["${VARIABLE}"] = "${endpoint}"` },
    { code: 'print(boto3.Session().get_credentials().method)', comment: '  # iam-role' },
  ];
  return { id: 'python', title: 'Python', lines };
}

function go(endpoint: string): Snippet {
  const lines = [
    { code: '', comment: '// github.com/aws/aws-sdk-go-v2/feature/ec2/imds' },
    { code: `client := imds.New(imds.Options{Endpoint: "${endpoint}"})` },
    { code: 'region, err := client.GetRegion(ctx, &imds.GetRegionInput{})' },
  ];
  return { id: 'go', title: 'Go', lines };
}

function java(endpoint: string): Snippet {
  const lines = [{ code: `java -Daws.ec2MetadataServiceEndpoint=${endpoint} \\` }, { code: '  -jar your-app.jar' }];
  return { id: 'java', title: 'Java', lines };
}
