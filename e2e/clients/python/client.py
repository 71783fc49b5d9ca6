"""Asks the metadata service with boto3. One line of JSON with the answers, then one with the notice."""

import json
import time

import boto3
import botocore.session
from botocore.utils import IMDSFetcher, IMDSRegionProvider

POLL_SECONDS = 0.1
ENDPOINT_SETTING = "ec2_metadata_service_endpoint"


class Metadata(IMDSFetcher):
    """Any path: botocore has no public call for that, its own providers read theirs like this."""

    def ask(self, path):
        token = self._fetch_metadata_token()
        return self._get_request("latest/" + path, lambda response: False, token)


def credentials(session):
    found = boto3.Session(botocore_session=session).get_credentials()
    frozen = found.get_frozen_credentials()
    return {
        "AccessKeyId": frozen.access_key,
        "SecretAccessKey": frozen.secret_key,
        "SessionToken": frozen.token,
        "Expiration": found._expiry_time.isoformat(),
    }


def tell(learned):
    print(json.dumps(learned), flush=True)


session = botocore.session.Session()
metadata = Metadata(config={ENDPOINT_SETTING: session.get_config_variable(ENDPOINT_SETTING)})
tell(
    {
        "instanceId": metadata.ask("meta-data/instance-id").text,
        "region": IMDSRegionProvider(session).provide(),
        "document": metadata.ask("dynamic/instance-identity/document").text,
        "credentials": credentials(session),
        "own": metadata.ask("meta-data/own/path").text,
        "missing": metadata.ask("meta-data/no/such/path").status_code,
        "noticeBefore": metadata.ask("meta-data/spot/instance-action").status_code,
    }
)
while (answer := metadata.ask("meta-data/spot/instance-action")).status_code == 404:
    time.sleep(POLL_SECONDS)
tell({"notice": answer.text})
