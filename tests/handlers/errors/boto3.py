import boto3

s3 = boto3.client("s3", region_name="us-east-1")


def lambda_handler(event, context):
    return s3.meta.service_model.service_name
