//! Asks the metadata service with aws-config. One line of JSON with the answers, then one with the notice.

use std::error::Error;
use std::time::Duration;

use aws_config::imds::client::{Client, error::ImdsError};
use aws_config::imds::credentials::ImdsCredentialsProvider;
use aws_config::imds::region::ImdsRegionProvider;
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::provider::ProvideCredentials;
use aws_smithy_http_client::Builder;
use aws_smithy_types::date_time::{DateTime, Format};
use serde_json::{Value, json};

const POLL: Duration = Duration::from_millis(100);
const NOTICE: &str = "meta-data/spot/instance-action";

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    // The service speaks plain HTTP, and a client without TLS is built in half the time.
    let config = ProviderConfig::default().with_http_client(Builder::new().build_http());
    let client = Client::builder().configure(&config).build();
    let answers = json!({
        "instanceId": get(&client, "meta-data/instance-id").await?,
        "region": region(&client).await,
        "document": get(&client, "dynamic/instance-identity/document").await?,
        "credentials": credentials(&client).await?,
        "own": get(&client, "meta-data/own/path").await?,
        "missing": status(&client, "meta-data/no/such/path").await?,
        "noticeBefore": status(&client, NOTICE).await?,
    });
    println!("{answers}");
    while status(&client, NOTICE).await? == 404 {
        tokio::time::sleep(POLL).await;
    }
    println!("{}", json!({ "notice": get(&client, NOTICE).await? }));
    Ok(())
}

async fn get(client: &Client, path: &str) -> Result<String, ImdsError> {
    Ok(client.get(format!("/latest/{path}")).await?.into())
}

/// The status of the answer, which the SDK gives with its error.
async fn status(client: &Client, path: &str) -> Result<u16, ImdsError> {
    match get(client, path).await {
        Ok(_) => Ok(200),
        Err(ImdsError::ErrorResponse(refused)) => Ok(refused.response().status().as_u16()),
        Err(error) => Err(error),
    }
}

async fn region(client: &Client) -> Option<String> {
    let provider = ImdsRegionProvider::builder()
        .imds_client(client.clone())
        .build();
    provider.region().await.map(|region| region.to_string())
}

async fn credentials(client: &Client) -> Outcome<Value> {
    let provider = ImdsCredentialsProvider::builder()
        .imds_client(client.clone())
        .build();
    let found = provider.provide_credentials().await?;
    let expiration = found.expiry().ok_or("credentials without an end")?;
    Ok(json!({
        "AccessKeyId": found.access_key_id(),
        "SecretAccessKey": found.secret_access_key(),
        "SessionToken": found.session_token(),
        "Expiration": DateTime::from(expiration).fmt(Format::DateTime)?,
    }))
}
