class app:
    @staticmethod
    def handler(event, context):
        return "never called: a handler is a module and one name"
